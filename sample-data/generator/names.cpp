// SPDX-License-Identifier: GPL-3.0-or-later
#include "names.hpp"

#include <array>

namespace cuntu::sample {

namespace {

using Word = const char *;

constexpr std::array<Word, 40> first{"桐", "枫", "竹", "松", "樟", "茶", "柳", "荷", "梅", "兰", "石", "龙", "凤", "白",
                                     "青", "金", "银", "玉", "双", "长", "大", "新", "古", "高", "罗", "鹤", "鹿", "麻",
                                     "云", "霞", "清", "洪", "珠", "琴", "棠", "栗", "藤", "芦", "雁", "丰"};
constexpr std::array<Word, 26> second{"源", "溪", "坑", "坪", "塘", "桥", "岭", "田", "湖", "港", "洲", "陂", "岗",
                                      "泉", "峰", "湾", "门", "冲", "垅", "井", "坊", "渡", "畈", "潭", "墩", "山"};
constexpr std::array<Word, 30> surnames{"陈", "李", "王", "张", "刘", "黄", "吴", "周", "徐", "胡",
                                        "朱", "郭", "何", "罗", "梁", "谢", "邓", "曾", "彭", "肖",
                                        "余", "程", "汪", "邹", "熊", "万", "龚", "涂", "饶", "艾"};
constexpr std::array<Word, 12> place{"上", "下", "前", "后", "东", "西", "里", "外", "大", "小", "新", "老"};
constexpr std::array<Word, 22> ending{"家", "湾", "坪", "屋", "坳", "垅", "背", "墩", "坑", "塘", "畈",
                                      "源", "庄", "村", "店", "桥", "岭", "坂", "洲", "边", "墈", "舍"};
constexpr std::array<Word, 28> manly{"建", "国", "华", "明", "军", "平", "志", "强", "福", "生",
                                     "根", "水", "林", "金", "贵", "发", "文", "武", "德", "忠",
                                     "海", "山", "荣", "祥", "春", "庆", "宝", "友"};
constexpr std::array<Word, 22> womanly{"秀", "英", "兰", "梅", "香", "凤", "玉", "桂", "花", "珍", "莲",
                                       "红", "霞", "芳", "娥", "菊", "云", "琴", "燕", "萍", "娟", "金"};

} // namespace

std::string Names::unused(std::set<std::string> &given, const std::string &suffix, bool isTownship)
{
    for (int attempt = 0;; ++attempt) {
        std::string name = std::string(m_random.pick(first)) + m_random.pick(second);
        if (!isTownship && attempt > 20)
            name = m_random.pick(place) + name;
        if (attempt > 60)
            name += m_random.pick(ending);
        if (given.insert(name).second)
            return name + suffix;
    }
}

std::string Names::township()
{
    return unused(m_townships, "", true);
}
std::string Names::village()
{
    return unused(m_villages, "村", false);
}

std::string Names::river()
{
    for (int attempt = 0;; ++attempt) {
        std::string name = std::string(m_random.pick(first)) + (m_random.chance(0.6) ? "溪" : "水");
        if (attempt > 20)
            name = m_random.pick(place) + name;
        if (attempt > 60)
            name = m_random.pick(second) + name;
        if (m_rivers.insert(name).second)
            return name;
    }
}

std::string Names::settlement(std::set<std::string> &village)
{
    for (int attempt = 0;; ++attempt) {
        std::string name;
        const double form = m_random.uniform();
        if (form < 0.5)
            name = std::string(m_random.pick(surnames)) + m_random.pick(ending);
        else if (form < 0.75)
            name = std::string(m_random.pick(place)) + m_random.pick(second);
        else
            name = std::string(m_random.pick(first)) + m_random.pick(ending);
        if (attempt > 30)
            name = m_random.pick(place) + name;
        if (village.insert(name).second)
            return name;
    }
}

std::string Names::person(bool man)
{
    std::string name = m_random.pick(surnames);
    const auto given = [&] { return man ? m_random.pick(manly) : m_random.pick(womanly); };
    name += given();
    if (m_random.chance(0.62))
        name += given();
    return name;
}

} // namespace cuntu::sample
