// The features by which a statement's day is chosen (date_choice.h), and the words of which they are made.
#pragma once

#include "extract/crossed.h"
#include "extract/day_words.h"
#include "extract/logistic.h"

namespace onrecord {
namespace day {

using YesNo = OneOf<"no", "yes">;
using Count = OneOf<"0", "1", "2+">;
using DaysTold = OneOf<"1", "2", "3+">;                           // told in the article
using Length = OneOf<"day", "week", "month", "year">;             // of an interval
using Age = OneOf<"0", "1", "2", "7", "month", "year", "older">;  // from an interval to publication
using Side = OneOf<"here", "before", "after">;                    // where an interval is told, seen from the statement
using Distance = OneOf<"0", "1", "2", "3", "6", "11", "21", "after1", "after2", "after3", "after6">;
using Paragraphs = OneOf<"here", "same-before", "same-after", "previous", "next", "far">;
using Where = OneOf<"before", "inside", "after">;  // beside the cue
using Portion = OneOf<"none", "no", "some", "most", "all", "open">;
using Main = OneOf<"none", "no", "this", "other">;
using Setting = OneOf<"0", "1", "2", "4", "7">;  // how many sentences name it
using Shared = OneOf<"none", "silent", "same", "other">;
using KindWord = OneOf<"direct", "mixed", "indirect">;  // in the order of Kind
using MannerWord = OneOf<"speech", "attitude">;
using Place = OneOf<"head", "lede", "body">;
using Many = OneOf<"1", "2", "4", "7">;
using Far = OneOf<"", "0", "1", "2", "4", "7", "13">;  // from the speaker's last day
using Then = OneOf<"nobody", "other", "speaker">;
using Named = OneOf<"no", "pronoun", "inside", "subject">;
using Nearest = OneOf<"no", "open", "this", "other">;
using Last = OneOf<"no", "this", "other">;
using OfSpeaker = OneOf<"none", "this", "also", "other">;

}  // namespace day

struct DayFeatures {
  Weights weights;  // of those below, and of those with a word of the text

  // Of a statement.
  Crossed<> a_day{weights, "a-day"};
  Crossed<Tense> tense{weights, "tense"};
  Crossed<day::KindWord> kind{weights, "kind"};
  Crossed<day::MannerWord> manner{weights, "manner"};
  Crossed<day::MannerWord, Tense> manner_tense{weights, "manner+tense"};
  Crossed<day::YesNo> pronoun{weights, "pronoun"};
  Crossed<day::YesNo, Tense> unnamed_tense{weights, "unnamed+tense"};
  Crossed<day::YesNo> bystander{weights, "bystander"};
  Crossed<day::DaysTold> days_told{weights, "days-told"};
  Crossed<day::YesNo> undated{weights, "undated"};
  Crossed<day::YesNo, Tense> live_tense{weights, "live+tense"};
  // Of an interval.
  Crossed<day::Age> age{weights, "age"};
  Crossed<Tense> verb_of_day{weights, "verb-of-day"};
  Crossed<day::Main> day_of_main{weights, "day-of-main"};
  // Of both.
  Crossed<day::YesNo, day::Side> time_side{weights, "time-words+side"};
  Crossed<day::YesNo, day::YesNo> headline_lede{weights, "headline+day-in-lede"};
  Crossed<day::YesNo, day::Distance> appearance_distance{weights, "day-of-appearance+distance"};
  Crossed<day::Distance, day::Count> distance_days{weights, "distance+days-between"};
  Crossed<day::Then, day::Length> then_length{weights, "said-then+length"};
  Crossed<day::Then, day::YesNo> then_content{weights, "said-then+in-content"};
  Crossed<day::Count> speaker_between{weights, "speaker-between"};
  Crossed<day::Named, day::Side> named_side{weights, "named+side"};
  Crossed<day::Portion, day::YesNo> so_far_time{weights, "so-far+time-words"};
  Crossed<day::Nearest, day::YesNo> before_bystander{weights, "before+bystander"};
  Crossed<day::Nearest, day::Portion> before_share{weights, "before+share"};
  Crossed<day::Last, day::Far> last_day{weights, "last-day"};
  Crossed<day::Last, day::Far, day::Count> last_day_days{weights, "last-day+days-between"};
  Crossed<day::OfSpeaker, Tense> of_speaker_tense{weights, "days-of-speaker+tense"};
  Crossed<day::Then, day::Side, day::Place> then_side_place{weights, "said-then+side+place"};
  Crossed<day::Then, Tense> then_tense{weights, "said-then+tense"};
  Crossed<day::Setting, day::Shared> setting_shared{weights, "setting+shared"};
  Crossed<day::Setting, Tense> setting_tense{weights, "setting+tense"};
  Crossed<day::YesNo, Tense> heading_tense{weights, "heading+tense"};
  Crossed<day::Then, day::Many> then_many{weights, "said-then+statements-of-speaker"};
  Crossed<day::Named, day::YesNo> named_first{weights, "named+first"};
  Crossed<day::Then, day::Paragraphs> then_paragraph{weights, "said-then+paragraph"};
  // Of both in one sentence.
  Crossed<day::Count> verbs{weights, "cue-verbs-between"};
  Crossed<day::Where, day::YesNo> where_content{weights, "cue-side+in-content"};
  Crossed<day::Where, day::Count, day::YesNo> where_verbs_opens{weights, "cue-side+verbs+clause-between"};
};

}  // namespace onrecord
