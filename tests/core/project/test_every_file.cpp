// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of the shared folders of odd, broken and hostile vector files, as a plain layer.
#include "tests/support/import_apart.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <map>

namespace cuntu {
namespace {

using test::ApartOutcome;

constexpr int k_mostSeconds = 10;

/// Files that are refused though GDAL takes them, on purpose: what it says must hold these words.
const std::map<QString, const char *> &refusedOnPurpose()
{
    static const std::map<QString, const char *> files{
        // GDAL swallows the rest of the file into one cell.
        {QStringLiteral("gdal/csv/unbalanced_double_quotes.csv"), "ends inside quotes"}};
    return files;
}

/// Rows of a table that hold anything, as GDAL reads them without taking any for headings; -1 for what is no table.
qint64 filledRows(const QString &path, const QString &sheet)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    const QStringList tables{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("ods"), QStringLiteral("xls"),
                             QStringLiteral("xlsx")};
    if (!tables.contains(ending)) {
        return -1;
    }
    GDALAllRegister();
    const CPLConfigOptionSetter ods("OGR_ODS_HEADERS", "DISABLE", false);
    const CPLConfigOptionSetter xls("OGR_XLS_HEADERS", "DISABLE", false);
    const CPLConfigOptionSetter xlsx("OGR_XLSX_HEADERS", "DISABLE", false);
    const char *const noHeadings[] = {"HEADERS=NO", nullptr};
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR, nullptr,
                                                         ending.endsWith(u"sv") ? noHeadings : nullptr));
    OGRLayer *layer = !dataset          ? nullptr
                      : sheet.isEmpty() ? dataset->GetLayer(0)
                                        : dataset->GetLayerByName(sheet.toUtf8().constData());
    qint64 filled = layer ? 0 : -1;
    while (OGRFeatureUniquePtr row{layer ? layer->GetNextFeature() : nullptr}) {
        bool isFilled = false;
        for (int i = 0; i < row->GetFieldCount(); ++i) {
            isFilled = isFilled || (row->IsFieldSetAndNotNull(i) && *row->GetFieldAsString(i) != '\0');
        }
        filled += isFilled ? 1 : 0;
    }
    return filled;
}

class EveryFileTest : public testing::TestWithParam<const char *> {
protected:
    void SetUp() override
    {
        const QString manifest = m_folder + QStringLiteral("/manifest.json");
        if (!QFile::exists(manifest)) {
            GTEST_SKIP() << "no " << manifest.toStdString();
        }
        m_manifest = QJsonDocument::fromJson(test::bytesOf(manifest)).array();
        ASSERT_FALSE(m_manifest.isEmpty());
        const QString project = m_scratch.path(QStringLiteral("有.cuntu"));
        {
            auto made =
                Project::create({project, {}, *Crs::fromEpsg(4527)}, std::make_shared<const Registry>(hostRegistry()));
            ASSERT_TRUE(made);
            ImportRequest request;
            request.file = m_scratch.write(QStringLiteral("ok.csv"), "b,a\n2,1\n");
            request.role = QStringLiteral("layer:before");
            ASSERT_TRUE((*made)->import(request, {}));
        }
        m_template = test::bytesOf(project);
    }

    /// Imports one layer of @p file into a fresh copy of the project, which must be as it was where that is refused.
    ApartOutcome import(const QString &file, const QString &sheet, const std::optional<Crs> &crs = {})
    {
        const QString project = m_scratch.write(QStringLiteral("p.cuntu"), m_template);
        const ApartOutcome outcome =
            test::importApart(project, {m_folder + QLatin1Char('/') + file, sheet, {}, crs, {}}, k_mostSeconds);
        ++m_imports;
        if (outcome.end != ApartOutcome::End::Taken) {
            EXPECT_TRUE(test::bytesOf(project) == m_template) << "the project has changed";
        }
        return outcome;
    }

    /// As import(); where the file leaves its coordinate system open, it is asked for, and then given.
    ApartOutcome importAsked(const QString &file, const QString &sheet)
    {
        const ApartOutcome outcome = import(file, sheet);
        if (outcome.end != ApartOutcome::End::Refused || !outcome.sentence.contains(QStringLiteral("--source-crs"))) {
            return outcome;
        }
        expectReason(outcome, file);
        ++m_asked;
        return import(file, sheet, *Crs::fromEpsg(4547));
    }

    /// A refusal names the file and says more than that.
    static void expectReason(const ApartOutcome &outcome, const QString &file)
    {
        EXPECT_TRUE(outcome.end == ApartOutcome::End::Refused) << outcome.toText().toStdString();
        const QString name = QFileInfo(file).fileName();
        EXPECT_TRUE(outcome.sentence.contains(name)) << outcome.toText().toStdString();
        EXPECT_GT(outcome.sentence.size(), name.size() + 20) << outcome.toText().toStdString();
    }

    void expectLayer(const QString &file, const QString &sheet, qint64 features)
    {
        SCOPED_TRACE((file + QStringLiteral(" / ") + sheet).toStdString());
        const auto purpose = refusedOnPurpose().find(file);
        if (purpose != refusedOnPurpose().end()) {
            const ApartOutcome outcome = import(file, sheet);
            expectReason(outcome, file);
            EXPECT_TRUE(outcome.sentence.contains(QLatin1String(purpose->second))) << outcome.toText().toStdString();
            return;
        }
        const qint64 rows = filledRows(m_folder + QLatin1Char('/') + file, sheet);
        if (rows >= 0) {
            expectTable(importAsked(file, sheet), file, rows);
        } else if (features == 0) {
            expectRefusedOrRead(file, sheet);
        } else {
            const ApartOutcome outcome = importAsked(file, sheet);
            EXPECT_TRUE(outcome.end == ApartOutcome::End::Taken) << outcome.toText().toStdString();
            EXPECT_EQ(outcome.taken, features) << outcome.toText().toStdString();
            EXPECT_EQ(outcome.features, features) << outcome.toText().toStdString();
        }
    }

    /// Which rows of a table are headings is a judgement of its own; but between them and the data none may be lost.
    static void expectTable(const ApartOutcome &outcome, const QString &file, qint64 rows)
    {
        const qint64 fewest = rows - std::max(outcome.headerRows, 1);
        if (fewest <= 0 && outcome.end == ApartOutcome::End::Refused) {
            expectReason(outcome, file);
            return;
        }
        EXPECT_TRUE(outcome.end == ApartOutcome::End::Taken) << outcome.toText().toStdString();
        EXPECT_GE(outcome.taken, fewest) << outcome.toText().toStdString();
        EXPECT_EQ(outcome.features, outcome.taken);
    }

    /// What GDAL alone does not open: refused with a reason, or read all the same.
    void expectRefusedOrRead(const QString &file, const QString &sheet)
    {
        const ApartOutcome outcome = import(file, sheet);
        if (outcome.end == ApartOutcome::End::Taken) {
            m_readAllTheSame << file;
        } else {
            expectReason(outcome, file);
        }
    }

    test::Scratch m_scratch;
    QString m_folder = QStringLiteral(CUNTU_SHARED_DATA "/") + QLatin1String(GetParam());
    QJsonArray m_manifest;
    QByteArray m_template;
    QStringList m_readAllTheSame;
    int m_imports = 0;
    int m_asked = 0;
};

TEST_P(EveryFileTest, IsTakenWithAllItsFeaturesOrRefusedWithAReason)
{
    for (const QJsonValue &entry : m_manifest) {
        const QString file = entry[QStringLiteral("file")].toString();
        const QJsonArray layers = entry[QStringLiteral("layers")].toArray();
        if (!entry[QStringLiteral("opens")].toBool() || layers.isEmpty()) {
            SCOPED_TRACE(file.toStdString());
            expectRefusedOrRead(file, {});
            continue;
        }
        for (const QJsonValue &layer : layers) {
            expectLayer(file, layers.size() > 1 ? layer[QStringLiteral("name")].toString() : QString(),
                        layer[QStringLiteral("features")].toInteger());
        }
    }
    std::cout << m_imports << " imports, " << m_asked
              << " asked for a coordinate system; read though GDAL alone does not:\n  "
              << m_readAllTheSame.join(QStringLiteral("\n  ")).toStdString() << "\n";
}

INSTANTIATE_TEST_SUITE_P(Shared, EveryFileTest, testing::Values("vectors", "malformed"),
                         [](const auto &each) { return std::string(each.param); });

} // namespace
} // namespace cuntu
