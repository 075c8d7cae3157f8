// The other figures of a newspaper: rates, prices per unit, measures, temperatures, bounds, shares, money of
// many countries, dates in brackets, and names with numbers. Two-column tables; the texts are our own. See
// quantity_fixture.h.
#include <gtest/gtest.h>

#include "tests/quantity_fixture.h"

namespace tally {
namespace {

TEST(NewsRates, SpeedsAndFlows) {
  CheckQuantityRows({
      {"每秒43公尺", "43公尺 = rate 43 m/s"},
      {"时速120公里", "120公里 = rate 120 km/h"},
      {"每小时120公里", "120公里 = rate 120 km/h"},
      {"秒速5米", "5米 = rate 5 m/s"},
      {"每秒800立方米", "800立方米 = rate 800 m3/s"},
      {"800立方米/秒", "rate 800 m3/s"},
      {"53 metres per second", "rate 53 m/s"},
      {"winds of 150 mph", "150 mph = rate 150 mph"},
      {"120 km per hour", "rate 120 km/h"},
      {"60 miles per hour", "rate 60 mph"},
      {"25 mm an hour", "rate 25 mm/h"},
      {"350 km/h", "rate 350 km/h"},
      {"1.5米/秒", "rate 1.5 m/s"},
      {"2,200 cubic metres per second", "rate 2200 m3/s"},
      {"3万桶/天", "rate 30000 bbl/day"},
      {"1200吨/日", "rate 1200 t/day"},
      {"72次/分钟", "rate 72 bpm"},
  });
}

TEST(NewsRates, PricesPerUnit) {
  CheckQuantityRows({
      {"2500元/吨", "2500元 = money 2500 CNY per tonne"},
      {"每吨2500元", "2500元 = money 2500 CNY per tonne"},
      {"$600 a tonne", "$600 = money 600 USD per tonne"},
      {"$80 a barrel", "$80 = money 80 USD per barrel"},
      {"每桶82.5美元", "82.5美元 = money 82.5 USD per barrel"},
      {"每平方米3.5万元", "3.5万元 = money 35000 CNY per m2"},
      {"HK$15,000 per square foot", "HK$15,000 = money 15000 HKD per ft2"},
      {"每坪85万元", "85万元 = money 850000 CNY per ping"},
      {"£1.45 a litre", "£1.45 = money 1.45 GBP per litre"},
      {"$1,200 per ounce", "$1,200 = money 1200 USD per oz"},
      {"每斤1.3元", "1.3元 = money 1.3 CNY per jin"},
      {"0.6元/度", "0.6元 = money 0.6 CNY per kWh"},
      {"$4.5 a gallon", "$4.5 = money 4.5 USD per gallon"},
      {"每克780元", "780元 = money 780 CNY per g"},
      {"€120 per MWh", "€120 = money 120 EUR per MWh"},
      {"每户5万元", "5万元 = money 50000 CNY per household"},
      {"€45 a ticket", "€45 = money 45 EUR per ticket"},
  });
}

TEST(NewsMeasures, LandWaterAndEnergy) {
  CheckQuantityRows({
      {"12亩", "count 12 mu"},
      {"30畝地", "count 30 mu"},
      {"25坪", "count 25 ping"},
      {"300公顷", "count 300 ha"},
      {"40 acres", "count 40 acre"},
      {"a 40-acre farm", "40-acre = count 40 acre"},
      {"12 sq km", "count 12 km2"},
      {"12 square miles", "count 12 mi2"},
      {"1.5万亿立方米", "count 1500000000000 m3"},
      {"3.5 million hectares", "count 3500000 ha"},
      {"280 bushels", "count 280 bu"},
      {"1,200 cubic metres", "count 1200 m3"},
      {"5英亩", "count 5 acre"},
      {"650平方英尺", "count 650 ft2"},
      {"90 nautical miles", "count 90 nmi"},
      {"120分贝", "count 120 dB"},
      {"60 decibels", "count 60 dB"},
      {"500TOPS", "count 500 TOPS"},
      {"100 petaflops", "count 100 PFLOPS"},
      {"12 megawatts", "count 12 MW"},
      {"1.2太瓦时", "count 1.2 TWh"},
      {"35微克/立方米", "count 35 ug/m3"},
      {"7.8毫摩尔/升", "count 7.8 mmol/L"},
      {"140毫米汞柱", "count 140 mmHg"},
      {"6.5马力", "count 6.5 hp"},
      {"40 light-years", "count 40 ly"},
      {"10克拉", "count 10 ct"},
      {"12 gallons", "count 12 gal"},
      {"1,000 hPa", "count 1000 hPa"},
      {"45 microns", "count 45 um"},
      {"3.2 ppm", "count 3.2 ppm"},
  });
}

TEST(NewsMeasures, Temperatures) {
  CheckQuantityRows({
      {"-8℃", "count -8 degC"},
      {"-8℃~-2℃", "count -8..-2 degC"},
      {"零下20℃", "count -20 degC"},
      {"零下15摄氏度", "count -15 degC"},
      {"-15 degrees Celsius", "count -15 degC"},
      {"105 degrees Fahrenheit", "count 105 degF"},
      {"最高气温38.5℃", "38.5℃ = count 38.5 degC"},
      {"零下8℃至零下2℃", "count -8..-2 degC"},
      {"-5至-1℃", "count -5..-1 degC"},
      {"-3℃到4℃", "count -3..4 degC"},
  });
}

TEST(NewsCompounds, HyphensAndSingulars) {
  CheckQuantityRows({
      {"a 200-bed hospital", "200-bed = count 200 hospital_beds"},
      {"a 300-page report", "300-page = count 300 pages"},
      {"a 100-metre race", "100-metre = count 100 m"},
      {"a two-horse race", ""},
      {"a 12-member panel", "12-member = count 12 members"},
      {"a 7-Eleven shop", ""},
  });
}

TEST(NewsMoney, LettersPenceAndForeign) {
  CheckQuantityRows({
      {"R75 billion", "money 75000000000 ZAR"},
      {"N54 trillion", "money 54000000000000 NGN"},
      {"the N95 mask", ""},
      {"12.5p", "money 0.125 GBP"},
      {"12.5p a share", "12.5p = money 0.125 GBP per share"},
      {"5p a share", "5p = money 0.05 GBP per share"},
      {"1080p video", ""},
      {"£4.2bn", "money 4200000000 GBP"},
      {"HK$3m", "money 3000000 HKD"},
      {"A$5m", "money 5000000 AUD"},
      {"500 pesos", "money 500"},
      {"2万比索", "money 20000"},
      {"300 dinars", "money 300"},
      {"40万第纳尔", "money 400000"},
      {"1,200 Mexican pesos", "money 1200 MXN"},
      {"3000万法郎", "money 30000000"},
      {"300万瑞士法郎", "money 3000000 CHF"},
      {"5仙", "money 0.05 CNY"},
      {"每股派息8仙", "8仙 = money 0.08 CNY per share"},
      {"八仙过海", ""},
      {"$1,2345", ""},
      {"$1,234", "money 1234 USD"},
      {"$12,345,678", "money 12345678 USD"},
      {"0.5 BTC", "count 0.5 bitcoins"},
      {"20 ETH", "count 20 ethers"},
  });
}

TEST(NewsShares, TenthsWithAHalf) {
  CheckQuantityRows({
      {"七成半", "percent 75 %"},
      {"兩成半", "percent 25 %"},
      {"九成为国际配售", "九成 = percent 90 %"},
      {"三成半受访者", "三成半 = percent 35 %"},
      {"三成半导体企业", "三成 = percent 30 %"},
      {"四成二完全遵从", "四成二 = percent 42 %"},
      {"三成二受访者", "三成二 = percent 32 %"},
      {"三成二手房", "三成 = percent 30 %"},
      {"七成三甲医院", "七成 = percent 70 %"},
      {"八成三文鱼", "八成 = percent 80 %"},
      {"八成二氧化碳排放", "八成 = percent 80 %"},
      {"按揭利率不变，堤坝加高50厘米", "50厘米 = count 50 cm"},
      {"花费七个多小时救出", "七个多小时 = duration 7..8 hour"},
      {"It fell below 6%.", "below 6% = percent -..6 % less_than decrease_to"},
      {"最优惠利率降至5厘", "5厘 = percent 5 % decrease_to"},
      {"租金回报率约3.6厘", "约3.6厘 = percent 3.6 % approx"},
      {"得票数千分之三以内", "千分之三以内 = percent -..0.3 % at_most"},
      {"实用面积431方呎", "431方呎 = count 431 ft2"},
      {"夺走逾2400条人命", "逾2400条人命 = count 2400..- deaths more_than"},
      {"六成五", "percent 65 %"},
  });
}

TEST(NewsShares, Multiples) {
  CheckQuantityRows({
      {"plans to double that number", "to double = ratio 2 x increase_to"},
      {"more than triple its worth", "more than triple its = ratio 3..- x more_than increase_to"},
      {"twice as many", "twice as = ratio 2 x increase_to"},
      {"sales will double", "will double = ratio 2 x increase_to"},
      {"a double room", ""},
      {"规模翻两倍", "翻两倍 = ratio 3 x increase_to"},
      {"股价腰斩", "腰斩 = ratio 0.5 x decrease_to"},
      {"nearly double its output", "nearly double its = ratio -..2 x nearly increase_to"},
      {"nearly doubled", "ratio -..2 x nearly increase_to"},
      {"more than doubled", "ratio 2..- x more_than increase_to"},
  });
}

TEST(NewsBounds, NewWords) {
  CheckQuantityRows({
      {"不会超过1200人", "count -..1200 people at_most"},
      {"不得超过15%", "percent -..15 % at_most"},
      {"逼近18万人", "count -..180000 people nearly"},
      {"跌破16万人", "count -..160000 people less_than"},
      {"above 30%", "percent 30..- % more_than"},
      {"最高可获得5万元补助", "最高可获得5万元 = money -..50000 CNY up_to"},
      {"may not lose more than £105m", "more than £105m = money -..105000000 GBP at_most"},
      {"They lost more than £105m", "more than £105m = money 105000000..- GBP more_than"},
      {"did not pay more than $3 million", "more than $3 million = money -..3000000 USD at_most"},
      {"no higher than 5%", "percent -..5 % at_most"},
      {"well over 300 homes", "count 300..- homes more_than"},
      {"just shy of 400 votes", "count -..400 votes nearly"},
      {"最长3年", "duration -..3 year up_to"},
      {"20% or higher", "percent 20..- % at_least"},
      {"65岁及以上", "count 65..- age at_least"},
      {"capped at $200", "money -..200 USD at_most"},
      {"满18岁", "count 18..- age at_least"},
  });
}

TEST(NewsDates, GlossesAndBareDays) {
  CheckQuantityRows({
      {"昨（21）日", "date 2025-05-07"},
      {"昨(7)日", "date 2025-05-07"},
      {"今（114）年", "date 2025-01-01..2025-12-31"},
      {"今年春节期间", "date unresolved"},
      {"（记者 张三）6日12时16分", "6日 = date 2025-05-06"},
      {"2026年底部署完毕", "2026年底 = date 2026-12-01..2026-12-31"},
      {"2026年底前", "2026年底 = date 2026-12-01..2026-12-31"},
      {"2025-06-22／校園中心", "2025-06-22 = date 2025-06-22"},
  });
}

TEST(NewsSilence, NamesWithNumbers) {
  CheckQuantityRows({
      {"五月天演唱会", ""}, {"三倍券", ""},    {"五倍券", ""},   {"三峡大坝", ""}, {"八达岭长城", ""},
      {"二手车", ""},       {"一带一路", ""},  {"双十一", ""},   {"七夕", ""},     {"9·11事件", ""},
      {"9/11 attacks", ""}, {"open 24/7", ""}, {"3M Co", ""},    {"三国演义", ""}, {"七国集团", ""},
      {"二十国集团", ""},   {"三口之家", ""},  {"一国两制", ""}, {"二代", ""},     {"十全十美", ""},
      {"三里屯", ""},       {"八仙", ""},      {"三代人", ""},
  });
}

TEST(NewsMeasures, OverASpan) {
  CheckQuantityRows({
      {"a loss of £105m over three years", "£105m = money 105000000 GBP; three years = duration 3 year"},
      {"ran for over three years", "over three years = duration 3..- year more_than"},
      {"over three years ago", "three years ago = date 2022-01-01..2022-12-31"},
  });
}

TEST(NewsMeasures, RightBehindTheFigure) {
  CheckQuantityRows({
      {"gusts of 120mph", "120mph = rate 120 mph"},
      {"120mph (193km/h)", "120mph = rate 120 mph; 193km/h = rate 193 km/h"},
      {"temperatures hit 48.6C (119.5F)", "48.6C = count 48.6 degC; 119.5F = count 119.5 degF"},
      {"the heatwave brought 40C", "40C = count 40 degC"},
      {"room 40C", ""},
      {"the tower is 828m tall", "828m = count 828 m"},
      {"a 4m-wide road", "4m = count 4 m"},
      {"the 100m sprint", ""},
      {"£8m high-yield debt", "£8m = money 8000000 GBP"},
      {"4103万瓩", "count 41030000 kW"},
  });
}

TEST(NewsMoney, PenceAndCodesInFrontOfFigures) {
  CheckQuantityRows({
      {"shares fell 12p to 340p", "12p = money 0.12 GBP decrease; 340p = money 3.4 GBP"},
      {"it streams at 1080p", ""},
      {"SKr6.1bn", "money 6100000000 SEK"},
      {"Rmb6bn", "money 6000000000 CNY"},
      {"KSh600m", "money 600000000 KES"},
      {"SFr 5bn", "money 5000000000 CHF"},
  });
}

TEST(NewsMoney, RangesBehindAnySign) {
  CheckQuantityRows({
      {"between €200m and €250m", "€200m and €250m = money 200000000..250000000 EUR"},
      {"between HK$2m and HK$3m", "HK$2m and HK$3m = money 2000000..3000000 HKD"},
      {"prices ranged from £20 to £50", "£20 to £50 = money 20..50 GBP"},
      {"rose from €5m to €6m", "€5m = money 5000000 EUR; €6m = money 6000000 EUR"},
  });
}

TEST(NewsShares, PartsAndWholes) {
  CheckQuantityRows({
      {"rose by more than a third to £45m",
       "more than a third = ratio 0.333333333333..- x more_than increase; £45m = money 45000000 GBP"},
      {"scored a third to seal it", ""},
      {"1.1m of 1.5m pupils", "1.1m = count 1100000 students; 1.5m pupils = count 1500000 students"},
      {"每千人拥有床位7.2张", "7.2张 = count 7.2 hospital_beds per thousand_people"},
      {"按息率加25点子", "25点子 = percent 0.25 pp"},
  });
}

TEST(NewsCounts, OfGoodsThatHaveNumbersInTheirNames) {
  CheckQuantityRows({
      {"特斯拉召回12.7万辆Model 3", "12.7万辆 = count 127000 vehicles"},
      {"卖出2万部iPhone 17", "2万部 = count 20000 units"},
      {"recalled 127,000 Model 3 cars", "127,000 Model 3 cars = count 127000 vehicles"},
      {"部署10万块H100芯片", "10万块 = count 100000 items"},
      {"他花了100块RMB", "100块RMB = money 100 CNY"},
      {"he sold 30 million iPhones", "30 million iPhones = count 30000000 iphones"},
  });
}

TEST(NewsCounts, TwoPeopleWhomSomethingBefell) {
  CheckQuantityRows({
      {"the storm killed two people", "two people = count 2 people"},
      {"police arrested two people", "two people = count 2 people"},
      {"it spoke to two people who left", ""},
  });
}

TEST(NewsFigures, TwoDigitsWithAMarkBetweenCountFromOneToTheOther) {
  CheckQuantityRows({
      {"四、五十隻雞", "count 40..50 birds"},
      {"两、三天", "duration 2..3 day"},
      {"三、四百人", "count 300..400 people"},
      // an order and a list do not
      {"二、三线城市", ""},
      {"第一、二名", ""},
  });
}

TEST(NewsFigures, AgesOfWhoSpeaks) {
  CheckQuantityRows({
      {"\"We wait,\" said head ranger Morag Telfer, 54.", "54 = count 54 age"},
      {"Union secretary Rubén Ccallo, 46, said members had waited.", "46 = count 46 age"},
      {"Arsenal beat Leeds United, 54.", "54 = number 54"},
      {"\"That is it,\" said Tom Hay of Leeds United, 54.", "54 = number 54"},
      {"He has given blood since he was 18.", "18 = count 18 age"},
      {"Young donors numbered 14,100.", "14,100 = count 14100 people"},
  });
}

TEST(NewsFigures, MetresByTheWordsBefore) {
  CheckQuantityRows({
      {"They dive as deep as 60m, a diver said.", "60m = count 60 m"},
      {"at a depth of 60m", "60m = count 60 m"},
      {"a population as high as 5m.", ""},
      {"haemoglobin of 12.5g/dL", "12.5g/dL = count 12.5 g/dL"},
      {"those over 60 account for most", "over 60 = number 60..- more_than"},
  });
}

}  // namespace
}  // namespace tally
