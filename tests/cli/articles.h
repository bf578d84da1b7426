// Two short articles in which Keller says one thing and later another.
#pragma once

#include <string>

inline const std::string bridge =
    "Title: Bridge to open in May\nPublished: 2016-10-07\nOutlet: Holm Post\n\n"
    "Mayor Anna Keller said on Wednesday that the old bridge would open in May.\n\n"
    "“We will not raise the fuel tax,” Keller said. “It is 5 € – naïve talk.”\n";

inline const std::string tax =
    "Title: Council turns to fuel\nPublished: 2017-03-02\nOutlet: Evening News\n\n"
    "“We will raise the fuel tax,” Mayor Anna Keller said.\n\n"
    "Transport Minister Peter Osei denied that the bridge was unsafe.\n";
