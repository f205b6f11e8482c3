namespace Clientele.Calendars;

/// <summary>One holiday as the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知) announces it: days off, and weekend days worked in exchange (调休).</summary>
/// <remarks>Shaped for configuration; read it with <see cref="WorkingCalendar.Read"/>.</remarks>
public sealed record HolidayNotice
{
    /// <summary>What it is called, such as 国庆节.</summary>
    public string Name { get; set; } = "";

    /// <summary>The first day off.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day off; not before the first.</summary>
    public required DateOnly To { get; set; }

    /// <summary>The Saturdays and Sundays worked in exchange.</summary>
    public IReadOnlyList<DateOnly> Worked { get; set; } = [];
}
