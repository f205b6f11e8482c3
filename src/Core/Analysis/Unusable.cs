using System.Globalization;

namespace Clientele.Analysis;

/// <summary>The refusals over values that no formula can work with.</summary>
internal static class Unusable
{
    /// <summary>A number is not a number, or is infinite.</summary>
    public static Reason NotFinite(LocalizedText what) => new("not_finite", new(
        $"A value of the {what.En} is not a finite number.",
        $"{what.Zh}中有无法计算的数值。"));

    /// <summary>A number that may not be negative is.</summary>
    public static Reason Negative(LocalizedText what) => new("negative", new(
        $"A value of the {what.En} is below zero.",
        $"{what.Zh}中有负数。"));

    /// <summary>What everything would be divided by is zero or less.</summary>
    public static Reason NoBase(LocalizedText what) => new("no_base", new(
        $"The {what.En} is not above zero, so that nothing can be set in relation to it.",
        $"{what.Zh}不大于零，无法作为计算的基数。"));

    /// <summary>Nothing is above zero.</summary>
    public static Reason NothingToShare() => new("nothing_to_share", new(
        "Nothing is above zero, so that there are no shares.",
        "没有大于零的数值，无法计算份额。"));

    /// <summary>A parameter lies outside of its range.</summary>
    public static Reason OutOfRange(LocalizedText what, double value, double lowest, double highest) => new("out_of_range", new(
        string.Create(CultureInfo.InvariantCulture, $"The {what.En} is {value}; it must lie between {lowest} and {highest}."),
        string.Create(CultureInfo.InvariantCulture, $"{what.Zh}为 {value}，应在 {lowest} 至 {highest} 之间。")));

    /// <summary>Two lists that belong together differ in length.</summary>
    public static Reason Unequal(LocalizedText one, LocalizedText other) => new("unequal_lengths", new(
        $"There are not as many {one.En} as {other.En}.",
        $"{one.Zh}与{other.Zh}的个数不一致。"));
}
