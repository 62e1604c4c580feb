// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

namespace cuntu::test {

/// Every text of core, maps and ui has a finished Chinese translation, as lupdate sees the sources now.
class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated();
    void aMissingOneIsFound();
    void placeholdersAreKept();
};

namespace {

struct Translated {
    QString context;
    QString source;
    QString translation;
    bool finished = false;
};

QString ours()
{
    return QStringLiteral(CUNTU_SOURCE_DIR) + QStringLiteral("/ui/i18n/cuntu_zh_CN.ts");
}

/// The texts of a .ts file; of plural forms the first one.
std::vector<Translated> readTexts(const QString &path)
{
    QFile file(path);
    std::vector<Translated> texts;
    if (!file.open(QIODevice::ReadOnly)) {
        return texts;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QStringLiteral("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QStringLiteral("source")) {
            texts.push_back({context, xml.readElementText(), {}, false});
        } else if (xml.name() == QStringLiteral("translation")) {
            texts.back().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            texts.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return texts;
}

/// Copies our translations, brings the copy up to date with @p folders, and gives the texts that are not done.
QStringList gaps(const QStringList &folders)
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("copy_zh_CN.ts"));
    QFile::copy(ours(), copy);
    QProcess lupdate;
    lupdate.start(QStringLiteral(CUNTU_LUPDATE),
                  QStringList{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"),
                              QStringLiteral("-source-language"), QStringLiteral("en"), QStringLiteral("-extensions"),
                              QStringLiteral("cpp,h"), QStringLiteral("-I"), QStringLiteral(CUNTU_SOURCE_DIR)} +
                      folders + QStringList{QStringLiteral("-ts"), copy});
    lupdate.waitForFinished(120000);
    QStringList missing;
    for (const Translated &text : readTexts(copy)) {
        if (!text.finished || text.translation.isEmpty()) {
            missing << text.context + QStringLiteral(": ") + text.source;
        }
    }
    return missing;
}

QStringList sourceFolders()
{
    QStringList folders;
    for (const char *name : {"core", "maps", "ui"}) {
        folders << QStringLiteral(CUNTU_SOURCE_DIR) + QLatin1Char('/') + QString::fromLatin1(name);
    }
    return folders;
}

} // namespace

void TestTranslations::everyTextIsTranslated()
{
    QVERIFY(readTexts(ours()).size() > 300);
    const QStringList missing = gaps(sourceFolders());
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
}

void TestTranslations::aMissingOneIsFound()
{
    QTemporaryDir folder;
    QFile source(folder.filePath(QStringLiteral("new.cpp")));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("#include <QObject>\nauto text = QObject::tr(\"nobody translated this\");\n");
    source.close();
    QCOMPARE(gaps(sourceFolders() + QStringList{folder.path()}).filter(QStringLiteral("nobody translated this")).size(),
             1);
}

void TestTranslations::placeholdersAreKept()
{
    for (const Translated &text : readTexts(ours())) {
        for (const char *mark : {"%1", "%2", "%3", "%4", "%5"}) {
            const QString placeholder = QString::fromLatin1(mark);
            QVERIFY2(text.source.contains(placeholder) == text.translation.contains(placeholder),
                     qPrintable(text.source + QStringLiteral(" -> ") + text.translation));
        }
    }
}

} // namespace cuntu::test

QTEST_MAIN(cuntu::test::TestTranslations)
#include "test_translations.moc"
