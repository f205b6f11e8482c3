namespace Clientele;

/// <summary>A task for each client in a table of an insight, such as those that moved: opened once in a calendar month, with the words of the row as its reason. It lapses when the client is listed no more.</summary>
/// <remarks>The insight is computed whenever follow-ups are planned, with the settings of the workspace. Like a task of a playbook, it is done when it is completed by hand.</remarks>
public sealed record InsightPolicy : Policy
{
    /// <summary>The insight.</summary>
    public required string Insight { get => field; init => field = Require.Name(value); }

    /// <summary>The table whose rows name the clients.</summary>
    /// <value>The default is <c>alerts</c>.</value>
    public string Table { get => field; init => field = Require.LocalName(value); } = "alerts";

    /// <summary>Days from the first day of the month in which the client is listed to the due day; 0 or more.</summary>
    /// <value>The default is 14.</value>
    public int AfterDays
    {
        get => field;
        init
        {
            Require.That(value >= 0, "The days after a listing cannot be negative.");
            field = value;
        }
    } = 14;
}
