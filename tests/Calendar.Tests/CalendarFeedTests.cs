using System.Text;
using Clientele.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace Clientele.Calendars.Tests;

public sealed class CalendarFeedTests
{
    private static readonly FeedEvent[] Events =
    [
        new() { Uid = "0b8f6a52-1111-8000-8000-000000000001", Day = Day.Of("2026-03-31"), Summary = "回访：北方设计院", Description = "已九十天未回访；按合同每九十天回访一次，请在到期日之前与项目负责人联系并记录客户意见。\n负责人：王敏, 李雷" },
        new() { Uid = "0b8f6a52-1111-8000-8000-000000000002", Day = Day.Of("2026-04-01"), Summary = @"Visit; Smith, Jones \ Co", AlarmMinutes = -900 },
        new() { Uid = "0b8f6a52-1111-8000-8000-000000000003", Day = Day.Of("2026-04-02"), Summary = "No alarm", AlarmMinutes = null },
    ];

    [Fact]
    public void The_feed_is_the_golden_one() => Golden.Verify("Feed/follow-ups.ics", Write(Events));

    [Fact]
    public void The_same_events_and_day_give_the_same_text() => Assert.Equal(Write(Events), Write(Events));

    [Fact]
    public void Every_line_ends_with_CRLF_and_has_at_most_75_octets()
    {
        var text = Write(Events);

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(character => character == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var read = IcsReader.Read(Write(Events));

        Assert.Equal(Events.Select(one => (one.Uid, one.Summary, one.Description)), read.Select(one => (one["UID"], one["SUMMARY"], one.GetValueOrDefault("DESCRIPTION", ""))));
        Assert.Equal(["20260331", "20260401", "20260402"], read.Select(one => one["DTSTART;VALUE=DATE"]));
        Assert.All(read, one => Assert.Equal("20260330T000000Z", one["DTSTAMP"]));
        Assert.Equal(["PT540M", "-PT900M", null], read.Select(one => one.GetValueOrDefault("TRIGGER")));
    }

    [Fact]
    public void Any_text_is_read_back_but_for_control_characters() => Prop.ForAll(
        Gen.Elements("回", "访", "a", ",", ";", "\\", "\n", ":", "\"", "𠮷", "é", "\\n", " ", "BEGIN:VEVENT", "\u0007", "\r").ArrayOf().Select(string.Concat).ToArbitrary(),
        text =>
        {
            var feed = Write([new FeedEvent { Uid = "one", Day = Day.Of("2026-03-31"), Summary = text }]);
            var expected = text.ReplaceLineEndings("\n").Replace("\u0007", "", StringComparison.Ordinal);
            return IcsReader.Read(feed).Single()["SUMMARY"] == expected && feed.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Two_events_with_one_uid_are_refused() =>
        Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => Write([Events[0], Events[0]])).Code);

    private static string Write(IEnumerable<FeedEvent> events) => CalendarFeed.Write("Follow-ups / 跟进", events, Day.Of("2026-03-30"));
}
