using Clientele.Tests;

namespace Clientele.Calendars.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void A_change_of_the_calendar_is_a_reviewed_change_of_its_listing() =>
        Golden.Verify("Api/Clientele.Calendar.txt", PublicApi.Describe(typeof(LunarCalendar).Assembly));
}
