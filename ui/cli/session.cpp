// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace cuntu::cli {

namespace {

CancelToken &interruptToken()
{
    static CancelToken token;
    return token;
}

extern "C" void onInterrupt(int)
{
    interruptToken().cancel();
}

void showProgress(double share, const QString &doing)
{
    const QByteArray text = (share >= 0 ? QStringLiteral("\r%1 %2 %    ").arg(doing).arg(static_cast<int>(share * 100))
                                        : QStringLiteral("\r%1    ").arg(doing))
                                .toUtf8();
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
    if (share >= 1) {
        std::fputc('\n', stderr);
    }
}

} // namespace

Result<std::unique_ptr<Project>> Session::open(const std::string &path, Access access) const
{
    auto project = Project::open(fromArgument(path), access, registry());
    if (project && access == Access::Command && (*project)->isReadOnly()) {
        return Error{ErrorCode::Locked,
                     Cli::tr("the project cannot be written: %1").arg((*project)->readOnlyReason()),
                     {.file = fromArgument(path)},
                     Cli::tr("Close it in the other program, or check its permissions; nothing was changed."),
                     {},
                     {}};
    }
    return project;
}

JobContext Session::job() const
{
    interruptToken(); // made before the handler can run
    std::signal(SIGINT, onInterrupt);
    JobContext context;
    context.cancel = interruptToken();
    if (isatty(STDERR_FILENO)) {
        context.progress = showProgress;
    }
    return context;
}

QStringList verbNames()
{
    return {QStringLiteral("new"),          QStringLiteral("import"),     QStringLiteral("info"),
            QStringLiteral("mark"),         QStringLiteral("indicators"), QStringLiteral("milestones"),
            QStringLiteral("run"),          QStringLiteral("render"),     QStringLiteral("report"),
            QStringLiteral("export"),       QStringLiteral("check"),      QStringLiteral("plugins"),
            QStringLiteral("history"),      QStringLiteral("targets"),    QStringLiteral("target"),
            QStringLiteral("alerts"),       QStringLiteral("rectify"),    QStringLiteral("case"),
            QStringLiteral("close"),        QStringLiteral("receipt"),    QStringLiteral("verify"),
            QStringLiteral("why"),          QStringLiteral("try"),        QStringLiteral("cheapest"),
            QStringLiteral("split"),        QStringLiteral("backtest"),   QStringLiteral("lag"),
            QStringLiteral("calendar"),     QStringLiteral("setting"),    QStringLiteral("areas"),
            QStringLiteral("preview"),      QStringLiteral("profiles"),   QStringLiteral("places"),
            QStringLiteral("rasters"),      QStringLiteral("exports"),    QStringLiteral("photos"),
            QStringLiteral("photo-attach"), QStringLiteral("edit"),       QStringLiteral("runs"),
            QStringLiteral("poster"),       QStringLiteral("style")};
}

} // namespace cuntu::cli
