// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/tile_server.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

namespace cuntu::test {

TileServer::TileServer()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket] { QTimer::singleShot(m_delay_ms, socket, [this, socket] { answer(socket); }); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

QString TileServer::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/{key}/{z}/{x}/{y}.png").arg(serverPort());
}

void TileServer::answer(QTcpSocket *socket)
{
    const QString request = QString::fromLatin1(socket->readAll());
    static const QRegularExpression form(QStringLiteral("GET (/\\S*/(\\d+)/(\\d+)/(\\d+)\\.png) "));
    const QRegularExpressionMatch match = form.match(request);
    ++m_asked;
    m_paths << match.captured(1);
    if (m_isBroken || !match.hasMatch()) {
        socket->write("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    QImage tile(256, 256, QImage::Format_RGB888);
    tile.fill(
        QColor(200, match.captured(3).toInt() % 2 == 0 ? 40 : 200, match.captured(4).toInt() % 2 == 0 ? 40 : 200));
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    tile.save(&buffer, "PNG");
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " + QByteArray::number(png.size()) +
                  "\r\nConnection: close\r\n\r\n" + png);
    socket->disconnectFromHost();
}

} // namespace cuntu::test
