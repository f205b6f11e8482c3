using System.Data.Common;

namespace Clientele.Storage.Reading;

/// <summary>A result ordered by client id, read beside others of the same order.</summary>
internal sealed class Cursor(Statement statement, DbDataReader reader) : IAsyncDisposable
{
    private bool _has;
    private bool _ended;

    /// <summary>The client id of the current row.</summary>
    public Guid Id { get; private set; }

    public DbDataReader Row => reader;

    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _has = !_ended && await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        _ended = !_has;
        if (_has)
        {
            Id = reader.Id(0);
        }

        return _has;
    }

    /// <summary>Moves to the next row of a client; rows of clients before it are passed over.</summary>
    public async ValueTask<bool> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!_has && !_ended)
        {
            await NextAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (_has && _taken)
        {
            await NextAsync(cancellationToken).ConfigureAwait(false);
        }

        while (_has && Id.CompareTo(id) < 0)
        {
            await NextAsync(cancellationToken).ConfigureAwait(false);
        }

        _taken = _has && Id == id;
        return _taken;
    }

    private bool _taken;

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync().ConfigureAwait(false);
        await statement.DisposeAsync().ConfigureAwait(false);
    }
}
