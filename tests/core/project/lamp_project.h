// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

namespace cuntu::test {

inline Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

/// A fresh project with the lamp programme; nothing is in it yet.
class LampProjectTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project =
            Project::create({m_scratch.path(QStringLiteral("p.cuntu")), {}, *Crs::fromEpsg(4527)}, m_registry);
        ASSERT_TRUE(project);
        m_project = std::move(*project);
    }

    /// Imports @p csv as @p role; everything in it must be taken.
    void import(const char *role, const char *csv)
    {
        ImportRequest request;
        request.role = QString::fromLatin1(role);
        request.file = m_scratch.write(request.role + QStringLiteral(".csv"), csv);
        const auto report = m_project->import(request, {});
        ASSERT_TRUE(report) << report.error().toText().toStdString();
        EXPECT_EQ(report->rejected, 0);
    }

    Scratch m_scratch;
    Immutable<Registry> m_registry = lampRegistry();
    std::unique_ptr<Project> m_project;
};

} // namespace cuntu::test
