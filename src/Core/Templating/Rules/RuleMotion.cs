namespace Clientele.Templating;

/// <summary>How a value goes on from step to step, such as from day to day.</summary>
/// <param name="Slope">By how much a number grows with each step; 0 for what stays as it is.</param>
/// <param name="Steady">For how many steps from now that is certain; 0 when nothing is, <see cref="int.MaxValue"/> when it is for ever.</param>
public readonly record struct RuleMotion(decimal Slope, int Steady)
{
    /// <summary>Stays as it is for ever.</summary>
    public static RuleMotion Still => new(0, int.MaxValue);

    /// <summary>May be anything at the next step.</summary>
    public static RuleMotion Unknown => new(0, 0);

    /// <summary>For how many steps it stays as it is.</summary>
    public int StillSteps => Slope == 0 ? Steady : 0;
}

/// <summary>Facts of which it is known how they go on.</summary>
/// <remarks>As <see cref="IRuleFacts"/>.</remarks>
public interface IMovingFacts : IRuleFacts
{
    /// <summary>How the value of a name goes on.</summary>
    /// <param name="nameIndex">An index into <see cref="RuleExpression.Names"/>.</param>
    /// <returns>The motion.</returns>
    RuleMotion Motion(int nameIndex);
}

/// <summary>A value with what is certain about the coming steps.</summary>
internal readonly record struct MovingValue(RuleValue Value, RuleMotion Motion)
{
    public MovingValue(RuleValue value, int steady)
        : this(value, new RuleMotion(0, steady))
    {
    }

    public int Steady => Motion.Steady;

    /// <summary>The outcome as a condition; what is no truth is unknown, and an evaluation says so.</summary>
    public RuleOutcome Outcome => Value.Kind != RuleValueKind.Flag ? RuleOutcome.Unknown : Value.Flag ? RuleOutcome.Holds : RuleOutcome.Fails;

    /// <summary>The same for no more than so many steps.</summary>
    public MovingValue AtMost(int steady) => steady < Steady ? new(Value, Motion with { Steady = steady }) : this;
}
