// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html.h"

#include "tests/core/report/report_builder.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>

namespace cuntu {
namespace {

using test::quarterlyInput;
using test::text;

QString htmlOf(const ReportInput &input)
{
    return QString::fromUtf8(toHtml(buildReport(input)));
}

/// The first tag that is closed wrongly, or an empty string.
std::string firstUnbalanced(const QString &html)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-z0-9]+)(?:\"[^\"]*\"|'[^']*'|[^'\">])*?(/?)>"));
    static const QStringList alone{QStringLiteral("meta"), QStringLiteral("img")};
    QStringList open;
    for (auto tags = tag.globalMatch(html); tags.hasNext();) {
        const QRegularExpressionMatch match = tags.next();
        const QString name = match.captured(2);
        if (alone.contains(name) || !match.captured(3).isEmpty()) {
            continue;
        }
        if (match.captured(1).isEmpty()) {
            open << name;
        } else if (open.isEmpty() || open.takeLast() != name) {
            return match.captured(0).toStdString();
        }
    }
    return open.join(u' ').toStdString();
}

/// What a reader sees, without tags, styles and pictures.
QString visibleText(QString html)
{
    html.remove(
        QRegularExpression(QStringLiteral("<style>.*?</style>"), QRegularExpression::DotMatchesEverythingOption));
    return html.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
}

TEST(HtmlReport, IsOneFileThatNeedsNothingElse)
{
    const QString html = htmlOf(quarterlyInput());
    EXPECT_TRUE(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
    for (const char16_t *forbidden : {u"http:", u"https:", u"<script", u"<link", u"@import", u"url("}) {
        EXPECT_FALSE(html.contains(QStringView(forbidden))) << QString::fromUtf16(forbidden).toStdString();
    }
    EXPECT_TRUE(html.contains(QStringLiteral("default-src 'none'")));
    EXPECT_TRUE(html.contains(QStringLiteral("src='data:image/png;base64,iVBORw0KGgo")));
    EXPECT_TRUE(html.contains(QStringLiteral("size: A4 landscape")));
    EXPECT_EQ(firstUnbalanced(html), "");
}

TEST(HtmlReport, TheBalanceCheckCanFail)
{
    EXPECT_EQ(firstUnbalanced(QStringLiteral("<p><b></p>")), "</p>");
    EXPECT_EQ(firstUnbalanced(QStringLiteral("<p title='a>b'>")), "p");
}

TEST(HtmlReport, ShowsStatesByColourWordAndShape)
{
    const QString html = htmlOf(quarterlyInput());
    EXPECT_TRUE(html.contains(QStringLiteral("style='color:#8b0000'")));
    EXPECT_TRUE(html.contains(
        QRegularExpression(QStringLiteral("<td class='state'><svg class='mark'[^>]*>.*?</svg>overdue</td>"))));
    EXPECT_TRUE(html.contains(QRegularExpression(QStringLiteral("<li><svg.*?</svg><b>2</b>behind</li>"))));
}

TEST(HtmlReport, EndsWithTheLinesToSign)
{
    ReportInput input = quarterlyInput();
    input.checkedBy = text(u"李审核");
    const QString footer = htmlOf(input).section(QStringLiteral("<footer>"), 1);
    EXPECT_EQ(footer.count(QStringLiteral("class='line'")), 3);
    EXPECT_EQ(footer.count(QStringLiteral("&nbsp;")), 2);
    EXPECT_TRUE(footer.contains(text(u"李审核")));
}

TEST(HtmlReport, HostileTextsStayTexts)
{
    ReportInput input = quarterlyInput();
    const QString hostile = text(u"</td><script>alert('1')</script>\u0001&amp;\" onerror='x' %1 %2");
    input.areaName = hostile;
    input.map.caption = hostile;
    input.programmes[0].name = hostile;
    input.programmes[0].left[0].title = hostile;
    input.programmes[0].left[0].rows[0][0] = hostile;
    input.milestones[0].milestone.reason = hostile;
    const QString html = htmlOf(input);
    EXPECT_EQ(firstUnbalanced(html), "");
    EXPECT_FALSE(html.contains(QStringLiteral("<script")));
    EXPECT_FALSE(html.contains(QRegularExpression(QStringLiteral("<[^>]*'\\s*onerror"))));
    EXPECT_FALSE(html.contains(QChar(1)));
    EXPECT_EQ(html.count(QStringLiteral("%1 %2")), 7) << "caption is there twice";
}

TEST(HtmlReport, EqualReportsAreEqualToTheByte)
{
    EXPECT_EQ(toHtml(buildReport(quarterlyInput())), toHtml(buildReport(quarterlyInput())));
}

TEST(HtmlReport, SaysItsLanguage)
{
    const Language before = language();
    setLanguage(Language::English);
    EXPECT_TRUE(htmlOf(quarterlyInput()).contains(QStringLiteral("<html lang='en'>")));
    setLanguage(Language::Chinese);
    EXPECT_TRUE(htmlOf(quarterlyInput()).contains(QStringLiteral("<html lang='zh-CN'>")));
    setLanguage(before);
}

/// Translates every English word to its length in 字, so that what was not given to the translator is seen.
class LoudTranslator : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        static const QRegularExpression word(QStringLiteral("[A-Za-z]+"));
        return QString::fromUtf8(source).replace(word, text(u"字"));
    }
};

TEST(HtmlReport, NoEnglishIsLeftInAnotherLanguage)
{
    int count = 0;
    QCoreApplication application(count, nullptr);
    LoudTranslator translator;
    ASSERT_TRUE(QCoreApplication::installTranslator(&translator));
    ReportInput input = quarterlyInput();
    for (ReportMilestone &item : input.milestones) {
        item.milestone.target.label.clear();
    }
    input.unmasked = true;
    input.made = Instant::fromMilliseconds(1530000000000);
    QString seen = visibleText(htmlOf(input));
    // Dates are written by core/base, in the program's language.
    for (const Day day : {input.asOf, *input.milestones[0].milestone.target.due,
                          input.milestones.back().milestone.target.due->plusDays(0)}) {
        seen.remove(day.toText());
    }
    seen.remove(input.made->toText()).remove(QStringLiteral("&nbsp;"));
    static const QRegularExpression english(QStringLiteral("[A-Za-z]{2,}"));
    EXPECT_EQ(english.match(seen).captured(0), QString());
    QCoreApplication::removeTranslator(&translator);
}

TEST(HtmlReport, IsWrittenWholeOrNotAtAll)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text(u"报告 2018.html"));
    const Report report = buildReport(quarterlyInput());
    ASSERT_TRUE(writeHtml(report, path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), toHtml(report));
    const auto nowhere = writeHtml(report, folder.filePath(QStringLiteral("missing/report.html")));
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(writeHtml(report, folder.path())) << "a folder is no file";
}

} // namespace
} // namespace cuntu
