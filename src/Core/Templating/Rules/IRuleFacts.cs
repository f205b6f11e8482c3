namespace Clientele.Templating;

/// <summary>The facts that a rule is evaluated over: one value for each of <see cref="RuleExpression.Names"/>.</summary>
/// <remarks>Called on the thread that evaluates, once for every name a clause reads, only for clauses that are reached.</remarks>
public interface IRuleFacts
{
    /// <summary>The value of a name.</summary>
    /// <param name="nameIndex">An index into <see cref="RuleExpression.Names"/>.</param>
    /// <returns>The value, or <see cref="RuleValue.Missing"/>.</returns>
#pragma warning disable CA1716 // The languages that reserve the word can quote it; no other name says it as well.
    RuleValue Get(int nameIndex);
#pragma warning restore CA1716
}
