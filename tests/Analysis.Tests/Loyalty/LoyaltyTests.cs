using Clientele.Analysis.Loyalty;

namespace Clientele.Analysis.Tests.Loyalty;

public sealed class LoyaltyTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    [Trait("Row", "S1-05")]
    public void One_answer_to_one_effort_is_less_than_six_to_eight()
    {
        var a = Responsiveness.Of([.. Enumerable.Range(0, 8).Select(i => new Effort(i < 6, 10))], .30).Value!;
        var b = Responsiveness.Of([new(true, 10)], .30).Value!;
        Assert.Equal((.500, 8), (a.Value, a.Efforts));
        Assert.Equal((.364, 1), (Math.Round(b.Value, 3), b.Efforts));
        var none = Responsiveness.Of([], .30).Value!;
        Assert.Equal((.30, 0), (none.Value, none.Efforts));
    }

    [Fact]
    [Trait("Row", "S1-05")]
    public void Old_efforts_may_count_less() =>
        Assert.Equal((0.5 + 3) / (0.5 + 1 + 10), Responsiveness.Of([new(true, 180), new(false, 0)], .30, halfLife: 180).Value!.Value, 12);

    [Fact]
    [Trait("Row", "S1-14")]
    public void Satisfaction_is_a_weighted_mean_with_its_response_rate()
    {
        var csi = Satisfaction.Of([new(.3, 8), new(.3, 7), new(.2, 9), new(.2, 6)], 10, 30, 60).Value!;
        Assert.Equal(75.0, csi.Index, 9);
        Assert.Equal(.5, csi.Response.Share);
        Assert.Equal("weights_sum", Satisfaction.Of([new(.3, 8), new(.3, 7)], 10, 30, 60).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S1-14")]
    public void Thirty_two_of_fifty_buyers_who_buy_again_are_64_percent_within_their_interval()
    {
        var orders = Enumerable.Range(0, 50).Select(i => (IReadOnlyCollection<DateOnly>)(i < 32 ? [new(2024, 3, 1), new(2024, 12, 1)] : i < 40 ? [new(2024, 3, 1), new(2025, 12, 1)] : [new(2024, 3, 1)]));
        var rate = Satisfaction.RepurchaseRate(orders, Day).Value!;
        Assert.Equal((32L, 50L, .64), (rate.Part, rate.Whole, rate.Share));
        Assert.True(rate.From < .64 && .64 < rate.To);
        Assert.Equal((.5014, .7586), (Math.Round(rate.From, 4), Math.Round(rate.To, 4)));
    }

    [Fact]
    [Trait("Row", "S1-14")]
    public void A_buyer_whose_window_is_open_does_not_count_against_the_rate() =>
        Assert.Equal(1, Satisfaction.RepurchaseRate([[new(2024, 1, 1), new(2024, 2, 1)], [new(2026, 5, 1)]], Day).Value!.Whole);

    [Fact]
    [Trait("Row", "S1-14")]
    public void Recommendation_is_promoters_less_detractors() =>
        Assert.Equal(25, Satisfaction.NetPromoterScore([10, 9, 8, 3]).Value);

    [Theory]
    [InlineData(.8, .3, LoyaltyKind.Spurious, true)]
    [InlineData(.8, .8, LoyaltyKind.TrueLoyalty, false)]
    [InlineData(.2, .8, LoyaltyKind.Latent, false)]
    [InlineData(.2, .2, LoyaltyKind.None, false)]
    [Trait("Row", "S1-17")]
    public void Loyalty_is_what_a_client_does_and_what_he_thinks(double behaviour, double attitude, LoyaltyKind kind, bool inDanger)
    {
        var loyalty = ClientLoyalty.Of([behaviour], [attitude], valuable: true).Value!;
        Assert.Equal((kind, inDanger), (loyalty.Kind, loyalty.InDanger));
        Assert.Equal("too_few", ClientLoyalty.Of([behaviour], [], valuable: true).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S1-24")]
    public void Promises_are_kept_on_time_and_more_than_kept()
    {
        var promises = Enumerable.Range(0, 10).Select(i => new Promise(new(2026, 5, 1), i == 0 ? null : i == 1 ? new(2026, 5, 9) : new(2026, 4, 30)));
        var ledger = PromiseLedger.Of([.. promises, new(new(2026, 12, 1), null)], Day).Value!;
        Assert.Equal((10L, .9, .8), (ledger.Kept.Whole, ledger.Kept.Share, ledger.OnTime.Share));
        Assert.Equal(0.08m, PromiseLedger.Of([new(Day, Day, 60, 66), new(Day, Day, 40, 42)], Day).Value!.OverDelivery);
        Assert.Equal("too_few", PromiseLedger.Of([], Day).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-31")]
    public void An_attempt_without_an_answer_is_no_touch()
    {
        var cadence = ContactCadence.Of([new(Day.AddDays(-20), true), new(Day.AddDays(-3), false)], new(14, 3, 7), Day).Value!;
        Assert.Equal((20, 6, false), (cadence.DaysSinceTouch, cadence.OverdueDays, cadence.TooOften));
        Assert.True(ContactCadence.Of(Enumerable.Range(0, 5).Select(i => new ContactAttempt(Day.AddDays(-i), true)), new(14, 3, 7), Day).Value!.TooOften);
        Assert.Equal("never_reached", ContactCadence.Of([new(Day, false)], new(14, 3, 7), Day).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-40")]
    public void Twelve_of_fifty_clients_lost_is_24_percent()
    {
        var churn = Churn.Of(12, 50).Value!;
        Assert.Equal((.24, true), (churn.Rate.Share, churn.InUsualBand));
        Assert.Equal("too_few", Churn.Of(0, 0).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-40")]
    public void Silence_of_more_than_twice_the_usual_interval_is_a_lapse()
    {
        DateOnly last = Day.AddDays(-150);
        var lapse = Lapse.Of([last.AddDays(-180), last.AddDays(-120), last.AddDays(-60), last], Day).Value!;
        Assert.Equal((60, 150, 2.5, true), (lapse.MedianInterval, lapse.Silence, lapse.Ratio, lapse.Lapsed));
        var yearly = Lapse.Of([Day.AddDays(-300 - 720), Day.AddDays(-300 - 360), Day.AddDays(-300)], Day).Value!;
        Assert.Equal((360, 300, false), (yearly.MedianInterval, yearly.Silence, yearly.Lapsed));
        Assert.Equal("too_few", Lapse.Of([Day], Day).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-40")]
    public void Risk_weighs_the_known_signs_and_is_judged_on_past_churn()
    {
        var risk = ChurnRisk.Of([new("silence", .5, .8), new("complaints", .25, .4), new("champion_left", .25, null)]).Value!;
        Assert.Equal(.5 / .75, risk.Score, 12);
        Assert.Equal(("silence", .75), (risk.Signs[0].Name, risk.KnownWeight));
        var (precision, recall) = ChurnRisk.Judge([(.9, true), (.8, false), (.7, true), (.2, true), (.1, false)], .5).Value;
        Assert.Equal((2 / 3.0, 2 / 3.0), (precision.Share, recall.Share));
    }
}
