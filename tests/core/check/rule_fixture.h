// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project_check.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

namespace cuntu::test {

/// A project in CGCS2000 zone 39 whose layers a test fills from small tables, in metres east and north of a corner.
class RuleTest : public testing::Test {
protected:
    static constexpr double k_east = 39'544'000;
    static constexpr double k_north = 3'142'000;

    void SetUp() override
    {
        auto project =
            Project::create({m_scratch.path(QStringLiteral("p.cuntu")), {}, *Crs::fromEpsg(4527)}, lampRegistry());
        ASSERT_TRUE(project);
        m_project = std::move(*project);
    }

    /// "x y, x y" in metres from the corner -> the same as coordinates of the zone.
    static QByteArray moved(const QByteArray &pairs)
    {
        QByteArray all;
        for (const QByteArray &pair : pairs.split(',')) {
            const QList<QByteArray> numbers = pair.trimmed().split(' ');
            all += (all.isEmpty() ? "" : ",") + QByteArray::number(numbers[0].toDouble() + k_east, 'f', 3) + ' ' +
                   QByteArray::number(numbers[1].toDouble() + k_north, 'f', 3);
        }
        return all;
    }
    static QByteArray point(const QByteArray &pair) { return "\"POINT(" + moved(pair) + ")\""; }
    static QByteArray line(const QByteArray &pairs) { return "\"LINESTRING(" + moved(pairs) + ")\""; }
    static QByteArray polygon(const QByteArray &pairs) { return "\"POLYGON((" + moved(pairs) + "))\""; }
    /// A square of @p size metres with its lower left corner at (@p x, @p y).
    static QByteArray square(int x, int y, int size)
    {
        const QByteArray w = QByteArray::number(x);
        const QByteArray s = QByteArray::number(y);
        const QByteArray e = QByteArray::number(x + size);
        const QByteArray n = QByteArray::number(y + size);
        return polygon(w + ' ' + s + ',' + e + ' ' + s + ',' + e + ' ' + n + ',' + w + ' ' + n + ',' + w + ' ' + s);
    }

    void import(const char *role, const QByteArray &csv, const char *status = "", const char *on = "")
    {
        ImportRequest request;
        request.role = QString::fromLatin1(role);
        request.file = m_scratch.write(QStringLiteral("t.csv"), csv);
        request.sourceCrs = *Crs::fromEpsg(4527);
        request.status = QString::fromLatin1(status);
        if (*on != '\0') {
            request.statusDate = Day::fromIso(QString::fromLatin1(on));
        }
        const auto report = m_project->import(request, {});
        ASSERT_TRUE(report) << report.error().toText().toStdString();
        ASSERT_EQ(report->rejected, 0) << report->findings.front().reason.toStdString();
    }

    /// Two villages side by side, each a square of 2 km.
    void importVillages()
    {
        import("villages", "wkt,code,name,township_code\n" + square(0, 0, 2000) + ",361126100201,东村,361126100\n" +
                               square(2000, 0, 2000) + ",361126100202,西村,361126100\n");
    }

    std::vector<CheckFinding> found(const char *rule, const char *layer = "") const
    {
        const auto outcomes = checkProject(*m_project, {{QString::fromLatin1(rule)}, QString::fromLatin1(layer)}, {});
        EXPECT_TRUE(outcomes) << outcomes.error().toText().toStdString();
        return outcomes ? outcomes->front().findings : std::vector<CheckFinding>();
    }
    /// "layer number: sentence" of each finding.
    QStringList texts(const char *rule) const
    {
        QStringList all;
        for (const CheckFinding &finding : found(rule)) {
            all << QStringLiteral("%1 %2: %3").arg(finding.layer).arg(finding.feature.value).arg(finding.sentence);
        }
        return all;
    }
    /// Numbers of the features that are found, with their layer.
    QStringList features(const char *rule) const
    {
        QStringList all;
        for (const CheckFinding &finding : found(rule)) {
            all << QStringLiteral("%1 %2").arg(finding.layer).arg(finding.feature.value);
        }
        return all;
    }
    void set(const char *layer, qint64 feature, const char *field, const Value &value)
    {
        const auto done =
            m_project->setField(QString::fromLatin1(layer), {feature}, QString::fromLatin1(field), value, {});
        ASSERT_TRUE(done) << done.error().toText().toStdString();
    }

    Scratch m_scratch;
    std::unique_ptr<Project> m_project;
};

} // namespace cuntu::test
