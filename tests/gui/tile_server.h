// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTcpServer>

namespace cuntu::test {

/// A server of map tiles on this machine: each tile is of one colour, by its column and row.
class TileServer : public QTcpServer {
    Q_OBJECT

public:
    TileServer();

    /// The address of its tiles; {key} is asked for as well.
    QString url() const;
    int asked() const { return m_asked; }
    const QStringList &paths() const { return m_paths; }
    /// Whether tiles are answered with an error.
    void setBroken(bool broken) { m_isBroken = broken; }

    /// How long each answer takes.
    void setDelay_ms(int delay) { m_delay_ms = delay; }

private:
    void answer(QTcpSocket *socket);

    int m_asked = 0;
    QStringList m_paths;
    int m_delay_ms = 0;
    bool m_isBroken = false;
};

} // namespace cuntu::test
