// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scratch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSysInfo>

#include <gtest/gtest.h>

namespace cuntu::test {

/// What one call of the program gave.
struct Called {
    int status = -1;
    QString out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    std::string text() const { return (out + err).toStdString(); }
};

/// Calls the program under test, in English unless said otherwise, without a display.
class Program {
public:
    Called call(const QStringList &arguments, const QString &language = QStringLiteral("en")) const
    {
        return call(arguments, language, environment());
    }
    Called call(const QStringList &arguments, const QString &language, const QProcessEnvironment &environment) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CUNTU_PROGRAM), arguments + QStringList{QStringLiteral("--lang"), language});
        process.waitForFinished(300000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }
    /// Calls it with --format json and expects it to succeed with nothing on stderr.
    QJsonObject json(QStringList arguments) const
    {
        const Called called = call(arguments << QStringLiteral("--format") << QStringLiteral("json"));
        EXPECT_EQ(called.status, 0) << called.text();
        EXPECT_EQ(called.err.toStdString(), "");
        EXPECT_FALSE(called.json().isEmpty()) << called.text();
        return called.json();
    }
    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
            environment.remove(QString::fromLatin1(display));
        }
        environment.insert(QStringLiteral("CUNTU_SETTINGS_DIR"), m_settings.folder());
        return environment;
    }

private:
    Scratch m_settings;
};

/// Locks @p project as another program would: this test's own process is alive and holds it.
inline void lockByAnother(const QString &project)
{
    QFile lock(project + QStringLiteral(".lock"));
    ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
    lock.write(QStringLiteral("%1\ntest_cli\n%2\n")
                   .arg(QCoreApplication::applicationPid())
                   .arg(QSysInfo::machineHostName())
                   .toUtf8());
}

/// One feature count out of `info`; -1 where the layer is not there.
inline int featureCount(const QJsonObject &info, const QString &layer)
{
    for (const QJsonValue &each : info[QStringLiteral("layers")].toArray()) {
        if (each[QStringLiteral("name")].toString() == layer) {
            return each[QStringLiteral("features")].toInt();
        }
    }
    return -1;
}

} // namespace cuntu::test
