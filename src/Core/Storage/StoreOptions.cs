namespace Clientele.Storage;

/// <summary>Where the store is and what it keeps.</summary>
public sealed record StoreOptions
{
    /// <summary>The SQLite file; it is created when it does not exist. Its folder must exist.</summary>
    public required string Database { get; init; }

    /// <summary>The one currency of every amount, as an ISO 4217 code. Fixed when the database is created; opening with another is refused.</summary>
    public string Currency { get; init; } = "CNY";

    /// <summary>Whether a commit waits until the disk has the data, so that it survives a loss of power and not only of the process. The default is <see langword="true"/>.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long a batch waits for another process that is writing, before it gives up with <see cref="ErrorCodes.DatabaseBusy"/>. The default is 30 seconds.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);
}
