namespace Clientele.Analysis.Indicators;

/// <summary>How a goal stands against the time that has passed.</summary>
public enum GoalLight
{
    /// <summary>At least as far as the time.</summary>
    Green,

    /// <summary>Behind by no more than the tolerance.</summary>
    Amber,

    /// <summary>Further behind.</summary>
    Red,
}

/// <summary>A goal of client relationship management.</summary>
/// <param name="Metric">What it is measured by.</param>
/// <param name="Baseline">Where it started.</param>
/// <param name="Target">Where it should arrive, above or below the baseline.</param>
/// <param name="From">The day it started.</param>
/// <param name="Due">The day it should be reached, after the start.</param>
/// <param name="Department">Who answers for it.</param>
/// <param name="Minutes">Where it was decided, such as the number of the minutes of a meeting; empty for nowhere.</param>
public sealed record Goal(string Metric, double Baseline, double Target, DateOnly From, DateOnly Due, string Department = "", string Minutes = "")
{
    /// <summary>How far the goal has come: (actual − baseline)/(target − baseline), for rising and falling goals alike.</summary>
    /// <param name="actual">Where it stands.</param>
    /// <param name="day">The day it stands there.</param>
    /// <param name="tolerance">How far behind the time is still amber, in shares of the goal; 0.2 by default.</param>
    /// <returns>The progress, or why there is none.</returns>
    public Finding<GoalProgress> ProgressOf(double actual, DateOnly day, double tolerance = 0.2)
    {
        if (Baseline == Target)
        {
            return Finding.Refused<GoalProgress>("no_way_to_go", new("The target is the baseline, so that there is no way to go.", "目标值与基准值相同，无法衡量进度。"));
        }

        if (Due <= From)
        {
            return Finding.Refused<GoalProgress>("due_before_start", new("The goal is due before it starts.", "目标的截止日不晚于起始日。"));
        }

        var progress = (actual - Baseline) / (Target - Baseline);
        var elapsed = Math.Clamp((double)(day.DayNumber - From.DayNumber) / (Due.DayNumber - From.DayNumber), 0, 1);
        return double.IsFinite(progress)
            ? Finding.Of(new GoalProgress(progress, elapsed, progress >= elapsed ? GoalLight.Green : progress >= elapsed - tolerance ? GoalLight.Amber : GoalLight.Red))
            : Finding.Refused<GoalProgress>(Unusable.NotFinite(new("goal", "目标")));
    }
}

/// <summary>How far a goal has come.</summary>
/// <param name="Progress">1 when it is reached; below 0 when it went the other way.</param>
/// <param name="Elapsed">The share of its time that has passed, 0 to 1.</param>
/// <param name="Light">How the one stands against the other.</param>
public sealed record GoalProgress(double Progress, double Elapsed, GoalLight Light);
