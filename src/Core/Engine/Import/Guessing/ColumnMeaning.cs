namespace Clientele.Import;

/// <summary>What a column seems to hold.</summary>
public enum ColumnMeaning
{
    /// <summary>Nothing that a header tells; the guess does not use it.</summary>
    Unknown,

    /// <summary>The client's name.</summary>
    ClientName,

    /// <summary>The client's id in its source.</summary>
    ClientId,

    /// <summary>The number of an order, contract or invoice.</summary>
    FactId,

    /// <summary>An id of which the header does not say whose it is.</summary>
    Id,

    /// <summary>The day a fact happened.</summary>
    Date,

    /// <summary>The day since which the client is known.</summary>
    Since,

    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>What was sold.</summary>
    Subject,

    /// <summary>A remark.</summary>
    Note,

    /// <summary>The name of a person at the client.</summary>
    ContactName,

    /// <summary>How that person is addressed.</summary>
    Salutation,

    /// <summary>That person's position.</summary>
    Position,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>The day of birth of that person.</summary>
    Birthday,

    /// <summary>Whether that person keeps the birthday by the solar or the lunar calendar.</summary>
    BirthdayCalendar,

    /// <summary>That person's part in decisions.</summary>
    DecisionRole,

    /// <summary>That person's level of management.</summary>
    ManagementLevel,

    /// <summary>That person's occupation.</summary>
    Occupation,

    /// <summary>The client's region.</summary>
    Region,

    /// <summary>Who of ours looks after the client.</summary>
    Owner,
}

/// <summary>What a guess took a column for.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Meaning">What it seems to hold.</param>
/// <param name="Example">The first cell that is not blank; empty when there is none.</param>
public sealed record GuessedColumn(string Header, ColumnMeaning Meaning, string Example);
