// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QSysInfo>

namespace cuntu {
namespace {

class VerbTest : public testing::TestWithParam<const char *> {
protected:
    test::Program m_program;
    test::Scratch m_scratch;
};

TEST_P(VerbTest, ExplainsItselfInBothLanguages)
{
    for (const char *language : {"zh", "en"}) {
        const auto called =
            m_program.call({QString::fromLatin1(GetParam()), QStringLiteral("--help")}, QString::fromLatin1(language));
        EXPECT_EQ(called.status, 0) << called.text();
        EXPECT_EQ(called.err.toStdString(), "");
        EXPECT_GT(called.out.size(), 60) << called.text();
    }
}

INSTANTIATE_TEST_SUITE_P(All, VerbTest,
                         testing::Values("new", "import", "info", "mark", "indicators", "milestones", "run", "render",
                                         "report", "export", "exports", "photos", "check", "plugins", "calendar",
                                         "setting", "areas", "runs", "poster"),
                         [](const testing::TestParamInfo<const char *> &verb) { return std::string(verb.param); });

class CommandLineTest : public VerbTest {
protected:
    QString makeProject() const
    {
        const QString path = m_scratch.path(QStringLiteral("项 目.cuntu"));
        EXPECT_EQ(m_program.call({QStringLiteral("new"), path}).status, 0);
        return path;
    }
};

TEST_F(CommandLineTest, AWordThatIsNeitherVerbNorProjectOpensNoWindow)
{
    auto desktop = m_program.environment();
    desktop.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const auto &environment : {desktop, m_program.environment()}) {
        const auto called = m_program.call({QStringLiteral("ifno")}, QStringLiteral("en"), environment);
        EXPECT_EQ(called.status, 2) << called.text();
        EXPECT_TRUE(called.err.contains(QStringLiteral("'ifno' is neither a verb nor a project"))) << called.text();
    }
}

TEST_F(CommandLineTest, TheParsersOwnWordsAreTranslated)
{
    const auto inChinese = [this](const QStringList &arguments) {
        return m_program.call(arguments, QStringLiteral("zh"));
    };
    const QString help = inChinese({QStringLiteral("mark"), QStringLiteral("--help")}).out;
    for (const char16_t *word : {u"用法", u"选项", u"参数"}) {
        EXPECT_TRUE(help.contains(QString::fromUtf16(word))) << help.toStdString();
    }
    for (const char *word : {"Usage", "OPTIONS", "Options", "Positionals", "REQUIRED"}) {
        EXPECT_FALSE(help.contains(QString::fromLatin1(word))) << word;
    }
    const QStringList faults[] = {
        {QStringLiteral("import")},
        {QStringLiteral("info"), QStringLiteral("a"), QStringLiteral("b")},
        {QStringLiteral("info"), QStringLiteral("a"), QStringLiteral("--format"), QStringLiteral("xml")},
        {QStringLiteral("indicators"), QStringLiteral("a"), QStringLiteral("--repeat"), QStringLiteral("x")},
        {QStringLiteral("mark"), QStringLiteral("a"), QStringLiteral("--on")}};
    for (const QStringList &arguments : faults) {
        const auto called = inChinese(arguments);
        EXPECT_EQ(called.status, 2) << called.text();
        EXPECT_FALSE(called.err.contains(QStringLiteral("required")) || called.err.contains(QStringLiteral("not in")) ||
                     called.err.contains(QStringLiteral("expected")) || called.err.contains(QStringLiteral("convert")))
            << called.text();
    }
}

TEST_F(CommandLineTest, WithoutADisplayItSaysSo)
{
    const auto window = m_program.call({});
    EXPECT_EQ(window.status, 1);
    EXPECT_TRUE(window.err.contains(QStringLiteral("no display"))) << window.text();
    const auto slip = m_program.call({QStringLiteral("frobnicate")});
    EXPECT_EQ(slip.status, 2);
    EXPECT_TRUE(slip.err.contains(QStringLiteral("frobnicate"))) << slip.text();
}

TEST_F(CommandLineTest, MisuseIsStatusTwoWithAReason)
{
    for (const QStringList &arguments :
         {QStringList{QStringLiteral("import")}, QStringList{QStringLiteral("new")},
          QStringList{QStringLiteral("info"), QStringLiteral("a"), QStringLiteral("b")},
          QStringList{QStringLiteral("indicators"), QStringLiteral("x.cuntu"), QStringLiteral("--by"),
                      QStringLiteral("street")},
          QStringList{QStringLiteral("run"), QStringLiteral("x.cuntu"), QStringLiteral("no.such")},
          QStringList{QStringLiteral("report"), QStringLiteral("x.cuntu"), QStringLiteral("-o"),
                      QStringLiteral("r.docx")}}) {
        const auto called = m_program.call(arguments);
        EXPECT_EQ(called.status, 2) << arguments.join(QLatin1Char(' ')).toStdString() << "\n" << called.text();
        EXPECT_FALSE(called.err.isEmpty());
        EXPECT_EQ(called.out.toStdString(), "");
    }
}

TEST_F(CommandLineTest, FailureIsStatusOneWithAReasonAndAnAdvice)
{
    const auto called = m_program.call({QStringLiteral("info"), m_scratch.path(QStringLiteral("没有.cuntu"))});
    EXPECT_EQ(called.status, 1);
    EXPECT_TRUE(called.err.contains(QStringLiteral("没有.cuntu"))) << called.text();
    EXPECT_EQ(called.out.toStdString(), "");
}

TEST_F(CommandLineTest, AProjectInUseIsNotWritten)
{
    const QString project = makeProject();
    test::lockByAnother(project);
    const auto called =
        m_program.call({QStringLiteral("import"), project, m_scratch.write(QStringLiteral("a.csv"), "x\n1\n"),
                        QStringLiteral("--as"), QStringLiteral("layer:a")});
    EXPECT_EQ(called.status, 1) << called.text();
    EXPECT_TRUE(called.err.contains(QStringLiteral("test_cli"))) << called.text();
    EXPECT_EQ(m_program.call({QStringLiteral("info"), project}).status, 0) << "reading goes on";
}

TEST_F(CommandLineTest, ALockOfADeadProgramIsTakenOver)
{
    const QString project = makeProject();
    QFile lock(project + QStringLiteral(".lock"));
    ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
    lock.write(QStringLiteral("999999\ncuntu\n%1\n").arg(QSysInfo::machineHostName()).toUtf8());
    lock.close();
    EXPECT_EQ(m_program
                  .call({QStringLiteral("import"), project, m_scratch.write(QStringLiteral("a.csv"), "x\n1\n"),
                         QStringLiteral("--as"), QStringLiteral("layer:a")})
                  .status,
              0);
}

TEST_F(CommandLineTest, BadFilesAreRefusedByNameAndTheProjectIsUnchanged)
{
    const QString project = makeProject();
    ASSERT_EQ(m_program
                  .call({QStringLiteral("import"), project,
                         m_scratch.write(QStringLiteral("ok.csv"), "lon,lat,a\n117.1,28.1,1\n"), QStringLiteral("--as"),
                         QStringLiteral("layer:ok")})
                  .status,
              0);
    QFile file(project);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    const QList<std::pair<QString, QByteArray>> files{
        {QStringLiteral("空.csv"), {}},
        {QStringLiteral("noise.bin"), QByteArray("\x01\x02\x03 nothing", 11)},
        {QStringLiteral("half.geojson"), "{\"type\": \"FeatureColl"},
        {QStringLiteral("缺.shp"), QByteArray(100, '\0')}};
    for (const auto &[name, bytes] : files) {
        const auto called = m_program.call({QStringLiteral("import"), project, m_scratch.write(name, bytes),
                                            QStringLiteral("--as"), QStringLiteral("settlements")});
        EXPECT_EQ(called.status, 1) << called.text();
        EXPECT_TRUE(called.err.contains(name)) << called.text();
    }
    const auto wrong = m_program.call({QStringLiteral("import"), project, m_scratch.path(QStringLiteral("ok.csv")),
                                       QStringLiteral("--as"), QStringLiteral("layer:b"),
                                       QStringLiteral("--source-crs"), QStringLiteral("EPSG:999999")});
    EXPECT_NE(wrong.status, 0);
    EXPECT_TRUE(wrong.err.contains(QStringLiteral("999999"))) << wrong.text();
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), before) << "refused imports must leave the file as it was, byte for byte";
}

} // namespace
} // namespace cuntu
