using Clientele.Calendars;
using Clientele.Storage;

namespace Clientele.Care;

/// <summary>What the planning of a day works with.</summary>
/// <param name="Store">The facts.</param>
/// <param name="Catalogue">What is registered.</param>
/// <param name="Settings">How the firm plans.</param>
/// <param name="Population">Who there is, and whom each policy is for.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Until">The last due day that is looked for.</param>
internal sealed record PlanningDay(Store Store, Catalogue Catalogue, CareSettings Settings, Population Population, DateOnly AsOf, DateOnly Until)
{
    /// <summary>The day so many days, or working days, after another.</summary>
    public DateOnly After(DateOnly day, int days, bool inWorkingDays) => inWorkingDays ? Settings.WorkingDays.Add(day, days) : day.AddDays(days);

    /// <summary>When an anniversary returns about the days that are planned.</summary>
    public IEnumerable<DateOnly> Returns(Anniversary anniversary) => Years.Select(anniversary.InYear).OfType<DateOnly>();

    /// <summary>When a lunar day returns about the days that are planned.</summary>
    public IEnumerable<DateOnly> Returns(LunarBirthday lunar) => Years.Where(YearlyDays.IsCovered).SelectMany(lunar.InYear);

    // Some years either side, because days before or after may lead into another one.
    private IEnumerable<int> Years => Enumerable.Range(AsOf.Year - 2, Until.Year - AsOf.Year + 5).Where(year => year is > 0 and < 9999);
}
