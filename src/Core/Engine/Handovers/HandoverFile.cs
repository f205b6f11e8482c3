namespace Clientele.Handovers;

/// <summary>What is handed over, by whom, to whom.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record HandoverRequest
{
    /// <summary>Which client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>Who hands over.</summary>
    public required string From { get; init; }

    /// <summary>Who takes over.</summary>
    public required string To { get; init; }

    /// <summary>The role at the client that changes hands on the day of acceptance, such as <c>service</c> or <c>collector</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The day it is begun.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Days from then until it is to be accepted; 0 or more.</summary>
    public int WithinDays { get; init; } = 7;

    /// <summary>Days after the acceptance on which the giver is still asked.</summary>
    public int ConsultedDays { get; init; } = 30;

    /// <summary>The matter it is about, such as the project; <see langword="null"/> for the client as a whole.</summary>
    public MatterId? Origin { get; init; }
}

/// <summary>A part of the handover's file.</summary>
/// <param name="Name">The detail that states it, such as <c>promises</c>.</param>
/// <param name="Title">What people read.</param>
/// <param name="Stated">What the giver wrote, or how many entries were found when the handover was begun; empty when neither.</param>
/// <param name="Lines">What the store knows as of the day.</param>
/// <param name="Mandatory">Whether the file cannot be submitted without it.</param>
public sealed record HandoverSection(string Name, LocalizedText Title, string Stated, IReadOnlyList<LocalizedText> Lines, bool Mandatory)
{
    /// <summary>Whether it keeps the file from being submitted.</summary>
    public bool Missing => Mandatory && Stated.Length == 0;
}

/// <summary>A handover with its file, as of a day.</summary>
/// <param name="Matter">The handover.</param>
/// <param name="Client">The client.</param>
/// <param name="Stage">Where it stands: <c>preparing</c>, <c>submitted</c> or <c>accepted</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="From">Who hands over.</param>
/// <param name="To">Who takes over.</param>
/// <param name="Role">The role at the client.</param>
/// <param name="Due">By when it is to be accepted; <see langword="null"/> where no day was set.</param>
/// <param name="ConsultedUntil">Until when the giver is still asked; <see langword="null"/> before the acceptance.</param>
/// <param name="Rejection">Why it was last rejected; empty when it was not, or was submitted again.</param>
/// <param name="Overdue">Whether it should have been accepted by the day and is not.</param>
/// <param name="Sections">The file; empty in a list.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record HandoverFile(
    Matter Matter, Client Client, string Stage, DateOnly Since, string From, string To, string Role, DateOnly? Due, DateOnly? ConsultedUntil, string Rejection, bool Overdue, IReadOnlyList<HandoverSection> Sections);
