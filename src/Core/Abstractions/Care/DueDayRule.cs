namespace Clientele;

/// <summary>What becomes of a due day on which nobody works.</summary>
public enum DueDayRule
{
    /// <summary>It is kept, as a greeting on the festival itself is; the default. A blackout day moves it to the next day that is none.</summary>
    Keep,

    /// <summary>It moves to the next working day.</summary>
    NextWorkingDay,

    /// <summary>It moves to the working day before.</summary>
    PreviousWorkingDay,
}
