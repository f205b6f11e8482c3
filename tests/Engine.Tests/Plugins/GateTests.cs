using System.Globalization;
using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

public sealed class GateTests
{
    private readonly ManualTime _time = new();

    [Fact]
    [Trait("Scenario", "95")]
    public void A_call_that_throws_becomes_a_record_of_strings()
    {
        var outcome = Gate().Call<int, int>("measure x.y", 1, _ => throw new InvalidOperationException("no good"));

        Assert.Equal(new PluginFault(PluginCodes.CallFailed, "test.p", "measure x.y", "InvalidOperationException: no good.", _time.GetUtcNow()), outcome.Fault);
    }

    [Fact]
    public void A_call_that_succeeds_gives_its_result_and_allocates_nothing()
    {
        var gate = Gate();
        Assert.Equal(500_500, Sum(gate));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Sum(gate);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static int Sum(PluginGate gate)
        {
            var sum = 0;
            for (var call = 0; call < 1000; call++)
            {
                sum += gate.Call("op", call, static value => value + 1).Value;
            }

            return sum;
        }
    }

    [Fact]
    [Trait("Scenario", "96")]
    public async Task A_call_that_heeds_its_token_ends_at_the_deadline_and_frees_its_place()
    {
        var gate = Gate(TimeProvider.System);

        var outcome = await gate.CallAsync("slow", TimeSpan.FromMilliseconds(20), async token => { await Task.Delay(Timeout.Infinite, token); return 1; });

        Assert.Equal(PluginCodes.CallTimeout, outcome.Fault!.Code);
        Assert.Equal((0, 0, false), (gate.Inside, gate.Abandoned, gate.IsOpen));
    }

    [Fact]
    [Trait("Scenario", "97")]
    public async Task A_call_that_ignores_its_token_is_abandoned_counted_and_opens_the_circuit_until_it_returns()
    {
        var gate = Gate(TimeProvider.System);
        using var release = new ManualResetEventSlim();

        var outcome = await gate.CallAsync("stuck", TimeSpan.FromMilliseconds(20), _ => { release.Wait(CancellationToken.None); return ValueTask.FromResult(1); });

        Assert.Equal(PluginCodes.CallTimeout, outcome.Fault!.Code);
        Assert.Equal((1, 1, true), (gate.Inside, gate.Abandoned, gate.IsOpen));
        Assert.Equal(PluginCodes.CircuitOpen, gate.Call("next", 0, value => value).Fault!.Code);
        release.Set();
        Assert.True(SpinWait.SpinUntil(() => gate.Inside == 0 && gate.Abandoned == 0, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    [Trait("Scenario", "98")]
    public void A_circuit_opens_after_failures_in_a_row_lets_one_probe_in_and_closes_when_it_succeeds()
    {
        var gate = Gate();
        var entered = 0;
        int Fail(int value)
        {
            entered++;
            throw new InvalidOperationException();
        }

        for (var call = 0; call < 5; call++)
        {
            gate.Call("op", 0, Fail);
        }

        Assert.Equal(3, entered);
        Assert.Equal(PluginCodes.CircuitOpen, gate.Call("op", 0, Fail).Fault!.Code);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(PluginCodes.CallFailed, gate.Call("op", 0, Fail).Fault!.Code);
        Assert.Equal(PluginCodes.CircuitOpen, gate.Call("op", 0, Fail).Fault!.Code);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.True(gate.Call("op", 0, value => value).Succeeded);
        Assert.False(gate.IsOpen);
    }

    [Fact]
    public void Failures_that_are_not_in_a_row_do_not_open_the_circuit()
    {
        var gate = Gate();

        for (var call = 0; call < 30; call++)
        {
            gate.Call("op", call, value => value % 3 == 0 ? value : throw new InvalidOperationException());
        }

        Assert.False(gate.IsOpen);
    }

    [Fact]
    [Trait("Scenario", "99")]
    public async Task No_more_calls_are_inside_at_once_than_the_limit()
    {
        var gate = Gate(TimeProvider.System);
        using var release = new ManualResetEventSlim();
        var calls = Enumerable.Range(0, 20).Select(_ => gate.CallAsync("op", TimeSpan.FromSeconds(20), _ => { release.Wait(CancellationToken.None); return ValueTask.FromResult(1); }).AsTask()).ToList();

        Assert.Equal(8, gate.Inside);
        release.Set();
        var outcomes = await Task.WhenAll(calls);

        Assert.Equal(8, outcomes.Count(outcome => outcome.Succeeded));
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(PluginCodes.TooManyCalls, outcome.Fault!.Code));
    }

    [Fact]
    [Trait("Scenario", "100")]
    public void Culture_ambient_values_and_synchronization_context_of_the_thread_are_as_before_the_call()
    {
        var ambient = new AsyncLocal<string> { Value = "host" };
        var culture = CultureInfo.CurrentCulture;
        var synchronization = SynchronizationContext.Current;

        Gate().Call("op", 0, _ =>
        {
            ambient.Value = "plugin";
            CultureInfo.CurrentCulture = new("tr-TR");
            SynchronizationContext.SetSynchronizationContext(new());
            return 0;
        });

        Assert.Equal("host", ambient.Value);
        Assert.Same(culture, CultureInfo.CurrentCulture);
        Assert.Same(synchronization, SynchronizationContext.Current);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_not_the_plugins_fault()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Gate(TimeProvider.System).CallAsync("op", TimeSpan.FromSeconds(20), async token => { await Task.Delay(Timeout.Infinite, token); return 1; }, cancel.Token));
    }

    private PluginGate Gate(TimeProvider? time = null) => new("test.p", new PluginLimits { FailuresToOpen = 3, MostAtOnce = 8 }, time ?? _time);

    private sealed class ManualTime : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Advance(TimeSpan by) => _now += by;
    }
}
