// What looks like a quantity and is none: versions, ids, addresses, labels, times of day, words.
// Two-column tables; the texts are our own. See quantity_fixture.h for the second column.
#include <gtest/gtest.h>

#include "tests/quantity_fixture.h"

namespace tally {
namespace {

TEST(Silence, NamesIdsLabelsAndWords) {
  CheckQuantityRows({
      {"GPT-4", ""},
      {"GPT 4", ""},
      {"Llama 4", ""},
      {"Claude 3.5", ""},
      {"iPhone 15", ""},
      {"Windows 11", ""},
      {"F-16", ""},
      {"东风-41", ""},
      {"歼-20", ""},
      {"H100", ""},
      {"o1", ""},
      {"007", ""},
      {"7-Eleven 门店", ""},
      {"v2.0.1", ""},
      {"https://example.com/2024/05/13/a-20-b", ""},
      {"www.site.com/100", ""},
      {"20250508-5698", ""},
      {"600519.SZ", ""},
      {"010-8888-1234", ""},
      {"400-800-1234", ""},
      {"0x1F", ""},
      {"3d8f2a", ""},
      {"图1", ""},
      {"表 2", ""},
      {"第3章", ""},
      {"No. 5", ""},
      {"1. 概述", ""},
      {"一、概述", ""},
      {"(一) 概述", ""},
      {"(3)", ""},
      {"15:19:13", ""},
      {"12:34", ""},
      {"8 pm", ""},
      {"9 a.m.", ""},
      {"八点三十分", ""},
      {"三点半", ""},
      {"下午3点", ""},
      {"5点钟", ""},
      {"一点也不", ""},
      {"买一点", ""},
      {"这一点", ""},
      {"一些人", ""},
      {"一时", ""},
      {"万一", ""},
      {"十分可惜", ""},
      {"一起", ""},
      {"千万别", ""},
      {"体现在", ""},
      {"三星手机", ""},
      {"四川", ""},
      {"五角大楼", ""},
      {"陆续发布", ""},
      {"入伍两年", "两年 = duration 2 year"},
      {"参加会议", ""},
      {"收拾三间房", "三间 = count 3 rooms"},
      {"兆瓦", ""},
      {"一带一路", ""},
      {"杏悦2娱乐", ""},
      {"AI 2.0", ""},
      {"比分 2-1", ""},
      {"3-5", ""},
  });
}

}  // namespace
}  // namespace tally
