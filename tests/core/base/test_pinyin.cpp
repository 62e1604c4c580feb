// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

TEST(Pinyin, GivesASyllableForEachCharacter)
{
    EXPECT_EQ(pinyinOf(u"桃源村"), (QStringList{u"tao"_s, u"yuan"_s, u"cun"_s}));
    EXPECT_EQ(pinyinOf(u"女"), (QStringList{u"nu"_s}));
    EXPECT_EQ(pinyinInitials(u"弋阳县"), u"yyx"_s);
}

TEST(Pinyin, InitialsAreThoseOfTheSyllables)
{
    for (const QString &text :
         {u"弋阳县"_s, u"G320国道"_s, u" (一) "_s, u"第3 村民小组A区"_s, u"Ä-村"_s, u"\u3400村"_s, u""_s}) {
        QString expected;
        for (const QString &syllable : pinyinOf(text)) {
            expected += syllable.front();
        }
        EXPECT_EQ(pinyinInitials(text), expected) << text.toStdString();
    }
}

TEST(Pinyin, LeavesLettersAndDigitsTogether)
{
    EXPECT_EQ(pinyinOf(u"G320国道"), (QStringList{u"g320"_s, u"guo"_s, u"dao"_s}));
    EXPECT_EQ(pinyinOf(u" (一) "), (QStringList{u"yi"_s}));
    EXPECT_TRUE(pinyinOf(u"").isEmpty());
}

} // namespace
} // namespace cuntu
