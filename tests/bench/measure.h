// What a stage took: peak memory of this process, by the kernel's high-water mark.
#pragma once

#include <malloc.h>

#include <fstream>
#include <string>

namespace onrecord {

// In MB since reset_peak; 0 where the kernel does not tell.
inline double peak() {
  std::ifstream in("/proc/self/status");
  for (std::string word; in >> word;) {
    double kilobytes = 0;
    if (word == "VmHWM:" && in >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

inline void reset_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

}  // namespace onrecord
