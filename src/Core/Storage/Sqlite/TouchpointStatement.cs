using Microsoft.Data.Sqlite;

namespace Clientele.Storage.Sqlite;

/// <summary>
/// A statement whose parameters <c>?1 … ?15</c> are the columns of a touchpoint: it runs once per row of an import.
/// This is what a dialect does its own way; PostgreSQL will COPY.
/// </summary>
internal sealed class TouchpointStatement(SqliteConnection connection, string sql) : IDisposable
{
    private readonly BoundStatement _statement = new(connection, sql);
    private readonly DetailsJson.Writer _details = new();

    /// <summary>Binds every column.</summary>
    /// <param name="touchpoint">The fact.</param>
    /// <param name="recordedAt">When it was recorded, unless it says itself.</param>
    /// <param name="original">The first version of the fact it corrects.</param>
    public void Bind(Touchpoint touchpoint, string recordedAt, TouchpointId? original)
    {
        _statement.Id(1, touchpoint.Id.Value);
        _statement.Id(2, touchpoint.Client.Value);
        _statement.Text(3, touchpoint.Kind);
        _statement.Day(4, touchpoint.OccurredOn);
        _statement.Text(5, touchpoint.RecordedAt == default ? recordedAt : touchpoint.RecordedAt.Text());
        _statement.Text(6, touchpoint.Channel);
        _statement.Text(7, touchpoint.By);
        _statement.Id(8, touchpoint.Contact?.Value);
        _statement.Id(9, touchpoint.Matter?.Value);
        Amount(10, touchpoint.Amount);
        _statement.Text(11, touchpoint.Note);
        Details(12, touchpoint.Details);
        _statement.Id(13, original?.Value);
        _statement.Number(14, touchpoint.Withdrawn ? 1 : 0);
        _statement.Text(15, touchpoint.Source);
    }

    /// <inheritdoc cref="BoundStatement.Run"/>
    public int Run() => _statement.Run();

    /// <inheritdoc cref="BoundStatement.First"/>
    public (Guid Id, bool Flag) First() => _statement.First();

    public void Dispose()
    {
        _statement.Dispose();
        _details.Dispose();
    }

    private void Amount(int index, Money? amount)
    {
        if (amount is { } money)
        {
            _statement.Number(index, money.E4());
        }
        else
        {
            _statement.Null(index);
        }
    }

    private void Details(int index, IReadOnlyDictionary<string, string> details)
    {
        if (details.Count == 0)
        {
            _statement.Null(index);
        }
        else
        {
            _statement.Utf8(index, _details.Write(details));
        }
    }
}
