namespace Clientele.Calendars.Tests;

public sealed class AnniversaryTests
{
    [Theory]
    [Trait("Row", "S2-33")]
    [InlineData(LeapDayPolicy.LastOfFebruary, 2026, "2026-02-28")]
    [InlineData(LeapDayPolicy.FirstOfMarch, 2026, "2026-03-01")]
    [InlineData(LeapDayPolicy.LeapYearsOnly, 2026, null)]
    [InlineData(LeapDayPolicy.LeapYearsOnly, 2028, "2028-02-29")]
    [InlineData(LeapDayPolicy.FirstOfMarch, 2100, "2100-03-01")]
    public void What_happened_on_29_February_is_remembered_as_the_policy_says(LeapDayPolicy policy, int year, string? day) =>
        Assert.Equal(day is null ? null : Day.Of(day), new Anniversary(2, 29, policy).InYear(year));

    [Fact]
    public void Any_other_day_is_remembered_on_itself() => Assert.Equal(Day.Of("2027-01-10"), new Anniversary(1, 10).InYear(2027));

    [Theory]
    [InlineData(2, 30)]
    [InlineData(4, 31)]
    [InlineData(13, 1)]
    public void A_day_that_no_year_has_is_refused(int month, int day) =>
        Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => new Anniversary(month, day)).Code);
}
