// What a newspaper counts: people and their kinds, animals, things, votes, cases; the noun behind the figure,
// before it, in the other figure, or left out. Two-column tables; the texts are our own. See
// quantity_fixture.h.
#include <gtest/gtest.h>

#include "tests/quantity_fixture.h"

namespace tally {
namespace {

TEST(NewsCounts, PeopleOfTheNews) {
  CheckQuantityRows({
      {"1,200 nurses walked out", "1,200 nurses = count 1200 nurses"},
      {"45 paramedics and 12 firefighters",
       "45 paramedics = count 45 paramedics; 12 firefighters = count 12 firefighters"},
      {"出动38名消防员和9辆消防车", "38名消防员 = count 38 firefighters; 9辆消防车 = count 9 fire_engines"},
      {"疏散2,300名村民", "2,300名村民 = count 2300 villagers"},
      {"安置4200名灾民", "4200名灾民 = count 4200 evacuees"},
      {"17名矿工被困", "17名矿工 = count 17 miners"},
      {"320名渔民", "count 320 fishermen"},
      {"58名演员", "count 58 actors"},
      {"1.2万名志愿者", "count 12000 participants"},
      {"36位作家", "count 36 authors"},
      {"2,400 commuters were stranded", "2,400 commuters = count 2400 commuters"},
      {"90 mourners", "count 90 mourners"},
      {"80 pilgrims", "count 80 pilgrims"},
      {"600 steelworkers", "count 600 steelworkers"},
      {"14 hikers were rescued", "14 hikers = count 14 hikers"},
      {"26 passers-by", "count 26 pedestrians"},
      {"3,100 shoppers", "count 3100 shoppers"},
      {"1,250 academics", "count 1250 lecturers"},
      {"16名小学生", "count 16 primary_school_pupils"},
      {"48名高中生", "count 48 high_school_students"},
      {"5,000名乐迷", "count 5000 fans"},
      {"25名检察官", "count 25 prosecutors"},
      {"7名枪手", "count 7 gunmen"},
      {"12名黑客", "count 12 hackers"},
      {"逾9万名球迷", "count 90000..- fans more_than"},
      {"400名退伍军人", "count 400 veterans"},
      {"33名护工", "count 33 carers"},
      {"61名厨师", "count 61 chefs"},
      {"650 conscripts", "count 650 conscripts"},
      {"19 gunmen", "count 19 gunmen"},
      {"240 peacekeepers", "count 240 peacekeepers"},
      {"88 councillors", "count 88 councillors"},
      {"30 observers", "count 30 observers"},
      {"120 plaintiffs", "count 120 plaintiffs"},
      {"2.3 million pensioners", "count 2300000 pensioners"},
      {"75 midwives", "count 75 midwives"},
      {"58 divers", "count 58 divers"},
      {"9,000 farm workers", "count 9000 farm_workers"},
      {"15,000 seasonal workers", "count 15000 seasonal_workers"},
      {"41 orphans", "count 41 orphans"},
      {"700 twins", "count 700 twins"},
      {"1,400 teenagers", "count 1400 teenagers"},
      {"85名原住民", "count 85 indigenous_people"},
      {"620名外籍劳工", "count 620 workers"},
      {"13名人质", "count 13 hostages"},
  });
}

TEST(NewsCounts, AnimalsAndPlants) {
  CheckQuantityRows({
      {"120头奶牛", "count 120 cattle"},       {"3,500只羊", "count 3500 sheep"},
      {"240匹马", "count 240 horses"},         {"16头亚洲象", "count 16 elephants"},
      {"36只大熊猫", "count 36 pandas"},       {"4.5万只鸡", "count 45000 birds"},
      {"120 sheep", "count 120 sheep"},        {"2,000 penguins", "count 2000 penguins"},
      {"65 elephants", "count 65 elephants"},  {"12 polar bears", "count 12 polar_bears"},
      {"300 horses", "count 300 horses"},      {"41 wolves", "count 41 wolves"},
      {"9 gorillas", "count 9 gorillas"},      {"500 olive trees", "count 500 olive_trees"},
      {"120棵银杏", "count 120 ginkgo_trees"}, {"8000株樱花树", "count 8000 cherry_trees"},
      {"20万尾鱼苗", "count 200000 fish_fry"}, {"15,000 seedlings", "count 15000 seedlings"},
      {"70 beehives", "count 70 beehives"},    {"1.5 million hens", "count 1500000 hens"},
      {"18 dolphins", "count 18 dolphins"},    {"300 turtles", "count 300 turtles"},
      {"4,000 salmon", "count 4000 salmon"},   {"27只朱鹮", "count 27 crested_ibises"},
  });
}

TEST(NewsCounts, ThingsBuildingsAndVehicles) {
  CheckQuantityRows({
      {"56 villas", "count 56 villas"},
      {"1,100 affordable homes", "count 1100 affordable_homes"},
      {"210顶帐篷", "count 210 tents"},
      {"3,000床棉被", "count 3000 quilts"},
      {"1.2万套公租房", "count 12000 affordable_homes"},
      {"480间教室", "count 480 classrooms"},
      {"52座桥梁", "52座桥 = count 52 bridges"},
      {"16座水库", "count 16 reservoirs"},
      {"3座核电站", "count 3 power_plants"},
      {"9 reservoirs", "count 9 reservoirs"},
      {"14 bridges", "count 14 bridges"},
      {"240 shops", "count 240 stores"},
      {"37 market stalls", "count 37 stalls"},
      {"1,240 parking spaces", "count 1240 parking_spaces"},
      {"62 excavators", "count 62 excavators"},
      {"45 fire engines", "count 45 fire_engines"},
      {"75 helicopters", "count 75 helicopters"},
      {"12 frigates", "count 12 frigates"},
      {"3 icebreakers", "count 3 icebreakers"},
      {"88 howitzers", "count 88 howitzers"},
      {"16艘渔船", "count 16 boats"},
      {"7架直升机", "count 7 helicopters"},
      {"230辆公交车", "count 230 buses"},
      {"1,500 trams", "count 1500 trams"},
      {"600 scooters", "count 600 motorcycles"},
      {"18 ferries", "count 18 ferries"},
      {"420 wind turbines", "count 420 wind_turbines"},
      {"35 substations", "count 35 substations"},
      {"12 blast furnaces", "count 12 blast_furnaces"},
      {"26 shipwrecks", "count 26 shipwrecks"},
      {"140 graves", "count 140 tombs"},
      {"33 sculptures", "count 33 sculptures"},
      {"1,800 paintings", "count 1800 paintings"},
      {"76幅油画", "count 76 paintings"},
      {"12尊佛像", "count 12 statues"},
      {"900件文物", "count 900 artifacts"},
      {"2,300 fossils", "count 2300 fossils"},
      {"45 manuscripts", "count 45 manuscripts"},
      {"5,200 jerseys", "count 5200 jerseys"},
      {"16万只口罩", "count 160000 masks"},
      {"1,300 blankets", "count 1300 blankets"},
      {"240 generators", "count 240 generators"},
      {"90 telescopes", "count 90 telescopes"},
      {"14 volcanoes", "count 14 volcanoes"},
      {"66 glaciers", "count 66 glaciers"},
      {"23 lakes", "count 23 lakes"},
      {"12 islands", "count 12 islands"},
      {"48 castles", "count 48 castles"},
      {"31 stadiums", "count 31 stadiums"},
      {"128 supermarkets", "count 128 supermarkets"},
      {"17 petrol stations", "count 17 petrol_stations"},
      {"95 bakeries", "count 95 bakeries"},
      {"7 prisons", "count 7 prisons"},
      {"240 police stations", "count 240 police_stations"},
  });
}

TEST(NewsCounts, PapersVotesAndEvents) {
  CheckQuantityRows({
      {"312票对120票", "312票 = count 312 votes; 120票 = count 120 votes"},
      {"14张废票", "count 14 invalid_votes"},
      {"48个投票站", "count 48 polling_stations"},
      {"260 polling stations", "count 260 polling_stations"},
      {"3,400 postal votes", "count 3400 postal_votes"},
      {"1,250 complaints", "count 1250 complaints"},
      {"42 convictions", "count 42 convictions"},
      {"16 indictments", "count 16 indictments"},
      {"9 ceasefires", "count 9 ceasefires"},
      {"5,600 visa applications", "count 5600 visa_applications"},
      {"312 burglaries", "count 312 burglaries"},
      {"47 stabbings", "count 47 stabbings"},
      {"26起诈骗案", "count 26 frauds"},
      {"13宗命案", "count 13 murders"},
      {"620 cancellations", "count 620 cancellations"},
      {"248班航班", "count 248 flights"},
      {"1,340架次", "count 1340 sorties"},
      {"210场演出", "count 210 concerts"},
      {"18场音乐会", "count 18 concerts"},
      {"26 exhibitions", "count 26 exhibitions"},
      {"12 festivals", "count 12 festivals"},
      {"44 strikes", "count 44 strikes"},
      {"7,000 signatures", "count 7000 petitions"},
      {"1.4万份问卷", "count 14000 forms"},
      {"2,600封信件", "count 2600 letters"},
      {"3,200 parcels", "count 3200 parcels"},
      {"88 emergency calls", "count 88 emergency_calls"},
      {"19 tornadoes", "count 19 tornadoes"},
      {"37 aftershocks", "count 37 earthquakes"},
      {"6 bushfires", "count 6 bushfires"},
      {"230 landslides", "count 230 landslides"},
      {"53 avalanches", "count 53 avalanches"},
      {"11 by-elections", "count 11 by-elections"},
  });
}

TEST(NewsCounts, Health) {
  CheckQuantityRows({
      {"1,248 patients at 96 sites", "1,248 patients = count 1248 patients; 96 sites = count 96 sites"},
      {"2,400剂疫苗", "count 2400 vaccines"},
      {"102万剂疫苗", "count 1020000 vaccines"},
      {"3.4 million doses", "count 3400000 doses"},
      {"56例重症", "count 56 severe_cases"},
      {"12例死亡病例", "count 12 deaths"},
      {"1.2万人次就诊", "1.2万人次 = count 12000 visits"},
      {"86 ventilators", "count 86 ventilators"},
      {"240 ICU beds", "count 240 ICU_beds"},
      {"500张病床", "count 500 hospital_beds"},
      {"16 strokes", "count 16 strokes"},
      {"1,900 blood donations", "count 1900 blood_donations"},
      {"55 embryos", "count 55 embryos"},
  });
}

TEST(NewsCounts, SmallOnesThatMatter) {
  CheckQuantityRows({
      {"一人失踪", "count 1 missing"},
      {"两人死亡", "count 2 deaths"},
      {"1死2伤", "1死 = count 1 deaths; 2伤 = count 2 injured"},
      {"三人受伤", "count 3 injured"},
      {"两名工人", "count 2 workers"},
      {"two people were killed", "count 2 deaths"},
      {"one person was killed", "count 1 deaths"},
      {"one injured", "count 1 injured"},
      {"两家公司", "count 2 companies"},
      {"two companies", "count 2 companies"},
      {"一名男子", ""},
      {"一个问题", ""},
  });
}

TEST(NewsCounts, PluralsNoTableKnows) {
  CheckQuantityRows({
      {"96 yurts", "count 96 yurts"},
      {"40 wooden yurts", "count 40 yurts"},
      {"1,300 quokkas", "count 1300 quokkas"},
      {"2,000 across the country", "2,000 = number 2000"},
      {"the 2025 elections", ""},
      {"2,025 homes", "count 2025 homes"},
      {"the 2026 targets", ""},
      {"2000 homes", "count 2000 homes"},
      {"15 less", "15 = number 15"},
      {"12 thus far", "12 = number 12"},
      {"5 glass vases", "count 5 vases"},
  });
}

TEST(NewsCounts, TheWholeSaysWhatThePartIs) {
  CheckQuantityRows({
      {"three of 22 branches", "three = count 3 branches; 22 branches = count 22 branches"},
      {"about 11,000 of its 22,700 employees",
       "about 11,000 = count 11000 employees approx; 22,700 employees = count 22700 employees"},
      {"12 of the 50 states", "12 = count 12 states; 50 states = count 50 states"},
      {"9 of 10 children", "9 = count 9 children; 10 children = count 10 children"},
      {"45 of them", "45 = number 45"},
  });
}

TEST(NewsCounts, WordsBeforeTheFigure) {
  CheckQuantityRows({
      {"a crowd of 51,800", "51,800 = count 51800 spectators"},
      {"an attendance of 12,400.", "12,400 = count 12400 spectators"},
      {"the death toll rose to 45", "45 = count 45 deaths increase_to"},
      {"The death toll has climbed to 1,203.", "1,203 = count 1203 deaths increase_to"},
      {"员工总数达3.2万", "3.2万 = count 32000 employees"},
      {"员工总数增至3.2万。", "3.2万 = count 32000 employees increase_to"},
      {"死亡人数升至127", "127 = count 127 deaths increase_to"},
      {"确诊人数累计5,210", "5,210 = count 5210 cases"},
      {"观众人数突破4万", "突破4万 = count 40000..- spectators more_than"},
      {"population of 8.4 million", "8.4 million = count 8400000 people"},
      {"人口约840万", "约840万 = count 8400000 people approx"},
      {"a fleet of 35", "35 = count 35 vehicles"},
      {"a workforce of 3,000", "3,000 = count 3000 employees"},
      {"The storm killed 45 and injured 120.", "45 = count 45 deaths; 120 = count 120 injured"},
      {"he was aged 34", "34 = count 34 age"},
      {"at the age of 27", "27 = count 27 age"},
      {"停电户数达56.8万", "56.8万 = count 568000 households"},
      {"得票数为312,455", "312,455 = count 312455 votes"},
      {"得票率52.3%", "52.3% = percent 52.3 %"},
      {"1,248 patients were enrolled, of whom 830 were treated and 418 were not.",
       "1,248 patients = count 1248 patients; 830 = count 830 patients; 418 = count 418 patients"},
      {"Of 250 delegates, 112 voted against.",
       "250 delegates = count 250 delegates; 112 voted against = count 112 votes"},
      {"销量达12万", "12万 = count 120000 units"},
  });
}

TEST(NewsCounts, NamesInsideTheNoun) {
  CheckQuantityRows({
      {"4,096 Nvidia H200 chips", "count 4096 chips"},
      {"500 iPhones", "count 500 iphones"},
      {"300名微软员工", "count 300 employees"},
      {"40 Chinese companies", "count 40 companies"},
  });
}

TEST(NewsCounts, QuakesAndWinds) {
  CheckQuantityRows({
      {"7.1级地震", "count 7.1 magnitude"},
      {"发生里氏6.4级地震", "6.4级地震 = count 6.4 magnitude"},
      {"芮氏規模7.2地震", "7.2地震 = count 7.2 magnitude"},
      {"規模6.8的強震", "6.8 = count 6.8 magnitude"},
      {"规模6.8亿元", "6.8亿元 = money 680000000 CNY"},
      {"magnitude 6.4 earthquake", "6.4 earthquake = count 6.4 magnitude"},
      {"a 6.4-magnitude quake", "6.4-magnitude = count 6.4 magnitude"},
      {"a magnitude of 5.9", "5.9 = count 5.9 magnitude"},
      {"14级风", "count 14 wind_force"},
      {"阵风8级", "8级 = count 8 wind_force"},
      {"风力12级", "12级 = count 12 wind_force"},
      {"中心附近最大风力14级", "14级 = count 14 wind_force"},
      {"四级医院", ""},
      {"5A级景区", ""},
      {"a Category 4 storm", ""},
  });
}

TEST(NewsCounts, LabelsAndVotes) {
  CheckQuantityRows({
      {"Seats: 45", "45 = count 45 seats"},
      {"死亡：45", "45 = count 45 deaths"},
      {"Deaths: 45", "45 = count 45 deaths"},
      {"The motion passed by 68 votes to 32", "68 votes = count 68 votes; 32 = count 32 votes"},
      {"Lawmakers voted 216 to 210 to pass it.", "216 = count 216 votes; 210 = count 210 votes"},
      {"312 in favour", "count 312 votes"},
      {"with 5 abstaining", "5 abstaining = count 5 votes"},
      {"Police arrested 45.", "45 = count 45 arrests"},
      {"Another 12 are missing.", "12 are missing = count 12 missing"},
      {"200 were made homeless", "count 200 displaced_people"},
      {"造成至少45死、120伤，逾30人失踪",
       "至少45死 = count 45..- deaths at_least; 120伤 = count 120 injured; 逾30人失踪 = count 30..- missing "
       "more_than"},
      {"23人送医，其中5人重伤", "23人送医 = count 23 injured; 5人重伤 = count 5 injured"},
      {"14 dead, 3 missing", "14 dead = count 14 deaths; 3 missing = count 3 missing"},
  });
}

TEST(NewsCounts, BareNumbersOfPeopleAndOfWhatIsNamedBehind) {
  CheckQuantityRows({
      {"the 41,300 who turned up for the opener", "41,300 = count 41300 people"},
      {"Police said 27 were evacuated.", "27 = count 27 people"},
      {"97 of the deaths", "97 = count 97 deaths"},
      {"1,960 of those infections", "1,960 = count 1960 infections"},
      {"half of the shares", "half = ratio 0.5 x"},
      {"Visitor numbers last year were 318,000.",
       "last year = date 2024-01-01..2024-12-31; 318,000 = count 318000 visitors"},
      {"Denise Ruiz, 52, who has hung doors", "52 = count 52 age"},
      {"Rows 12, 15, 52, and 60 are free", "15 = number 15; 52 = number 52; 60 = number 60"},
      {"Leeds United, 52, Hull City, 48", "52 = number 52; 48 = number 48"},
  });
}

// In Chinese the noun that is counted stands last, and the measure word says of what kind it is.
TEST(NewsCounts, TheLastNounIsCounted) {
  CheckQuantityRows({
      {"5家汽车公司停产", "5家汽车公司 = count 5 companies"},
      {"50名医院员工罢工", "50名医院员工 = count 50 employees"},
      {"8家酒店餐厅倒闭", "8家酒店餐厅 = count 8 restaurants"},
      {"10名上市公司负责人被约谈", "10名 = count 10 people"},
      {"12名受伤乘客送院", "12名受伤 = count 12 injured"},
      {"5名乘客受伤", "5名乘客 = count 5 passengers"},
      {"两起列车脱轨事故", "count 2 accidents"},
      {"26宗非本地确诊病例", "count 26 confirmed_cases"},
      {"为38家单位和个人在贷款审批上谋利", "38家 = count 38 organizations"},
      {"以3120票吊车尾当选", "3120票 = count 3120 votes"},
      {"398.1点的历史高峰", "398.1点 = count 398.1 points"},
      {"3名以色列士兵", "count 3 soldiers"},
      {"52名共和党参议员投票", "52名共和党参议员 = count 52 lawmakers"},
      {"2名埃及士兵", "count 2 soldiers"},
      {"70个大中城市新房", "70个大中城市 = count 70 cities"},
      {"50家企业代表参加", "50家企业 = count 50 companies"},
      {"12起集体诉讼", "count 12 lawsuits"},
      {"5宗死亡", "count 5 deaths"},
  });
}

}  // namespace
}  // namespace tally
