namespace Clientele.Analysis.LifeCycle;

/// <summary>How far a client has come with us.</summary>
public enum LadderStep
{
    /// <summary>Never contacted.</summary>
    NeverContacted,

    /// <summary>Contacted.</summary>
    Contacted,

    /// <summary>There is or was an opportunity.</summary>
    Opportunity,

    /// <summary>Bought once.</summary>
    User,

    /// <summary>Bought again.</summary>
    Repurchaser,
}

/// <summary>The status ladder of a client.</summary>
public static class Ladder
{
    /// <summary>The step a client stands on: the highest it has reached.</summary>
    /// <param name="contacts">How often the client was reached.</param>
    /// <param name="opportunities">How many opportunities there were.</param>
    /// <param name="purchases">How often the client bought.</param>
    /// <returns>The step.</returns>
    public static LadderStep Of(int contacts, int opportunities, int purchases) =>
        purchases > 1 ? LadderStep.Repurchaser
        : purchases == 1 ? LadderStep.User
        : opportunities > 0 ? LadderStep.Opportunity
        : contacts > 0 ? LadderStep.Contacted
        : LadderStep.NeverContacted;
}
