// Work on many items in threads, results in the order of the items.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace onrecord {

// Calls `next` (one caller at a time) until it gives nothing, `work` on each item
// in `jobs` threads, and `done` on the results, in the calling thread and in
// the order of the items. At most 2 · jobs items are under way, so memory does not grow
// with their number. What one of the three throws ends the run and is thrown again
// here. With one job no thread is started.
template <typename Next, typename Work, typename Done>
void in_order(unsigned jobs, Next next, Work work, Done done) {
  using Item = typename decltype(next())::value_type;
  using Result = decltype(work(std::declval<Item>()));
  if (jobs <= 1) {
    while (auto item = next()) done(work(std::move(*item)));
    return;
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> ready;
  std::size_t taken = 0, given = 0;  // items taken by workers, results given to `done`
  bool exhausted = false;
  std::exception_ptr failure;
  const std::size_t window = 2 * std::size_t{jobs};

  const auto fail = [&](std::exception_ptr what) {
    const std::lock_guard lock(mutex);
    if (!failure) failure = std::move(what);
    changed.notify_all();
  };
  const auto worker = [&] {
    try {
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return failure || exhausted || taken < given + window; });
        if (failure || exhausted) return;
        auto item = next();
        if (!item) {
          exhausted = true;
          changed.notify_all();
          return;
        }
        const std::size_t number = taken++;
        lock.unlock();
        Result result = work(std::move(*item));
        lock.lock();
        ready.emplace(number, std::move(result));
        changed.notify_all();
      }
    } catch (...) {
      fail(std::current_exception());
    }
  };

  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(worker);
    try {
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return failure || ready.count(given) > 0 || (exhausted && given == taken); });
        if (failure || ready.count(given) == 0) break;
        auto result = ready.extract(given);
        lock.unlock();
        done(std::move(result.mapped()));
        lock.lock();
        ++given;
        changed.notify_all();
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace onrecord
