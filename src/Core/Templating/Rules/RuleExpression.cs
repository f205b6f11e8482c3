namespace Clientele.Templating;

/// <summary>
/// A compiled rule: one expression of the side-effect-free part of the language. Numbers are decimal; a clause that reads a missing value
/// is unknown, and <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> follow three-valued logic.
/// </summary>
/// <remarks>
/// Immutable and thread-safe; evaluating allocates nothing unless a function builds text. <c>x == null</c> asks whether x is missing,
/// <c>x ?? 0</c> puts a value in its place. Dividing by zero is missing. Days compare with days and with text such as "2026-01-05", and
/// one day minus another is a number of days.
/// </remarks>
public sealed class RuleExpression
{
    private readonly SourceText _source;
    private readonly RuleNode _root;
    private readonly string[] _names;

    internal RuleExpression(SourceText source, RuleNode root, string[] names)
    {
        _source = source;
        _root = root;
        _names = names;
    }

    /// <summary>The rule as written.</summary>
    public string Text => _source.Text;

    /// <summary>The dotted names it reads, each once, in reading order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Checks the names and the kinds of values before any client is there to try it on.</summary>
    /// <param name="known">The names that it may read.</param>
    /// <param name="gives">What it must give, <see cref="RuleValueKind.Flag"/> for a condition.</param>
    /// <returns>Everything that is wrong, with its position; empty when nothing is. What only the values can show, such as the result of a function, passes.</returns>
    public IReadOnlyList<TemplateDiagnostic> Check(IReadOnlyDictionary<string, RuleName> known, RuleValueKind gives)
    {
        ArgumentNullException.ThrowIfNull(known);
        var typing = new RuleTyping(_source, known);
        typing.Expect(_root, gives);
        return [.. typing.Problems.DistinctBy(problem => (problem.Line, problem.Column, problem.Message))];
    }

    /// <summary>The values of one name at which a comparison of the rule turns, while all other values stay: thresholds, texts it is compared with, members of lists.</summary>
    /// <param name="nameIndex">An index into <see cref="Names"/>.</param>
    /// <param name="facts">The values of <see cref="Names"/>.</param>
    /// <returns>The values, each once. For a comparison that depends on the name other than linearly, one of its turning points at most.</returns>
    /// <remarks>Whether a rule turns there is for the caller to try: another clause may hold it where it is.</remarks>
    public IReadOnlyList<RuleValue> TurningPoints(int nameIndex, IRuleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var points = new RuleTurningPoints(_source, nameIndex, facts);
        points.Visit(_root);
        return points.Found;
    }

    /// <summary>Evaluates the rule as a condition.</summary>
    /// <param name="facts">The values of <see cref="Names"/>.</param>
    /// <returns>Whether it holds.</returns>
    /// <exception cref="TemplateException">The rule is not a condition, or compares what has no order; says where.</exception>
    public RuleOutcome Evaluate(IRuleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return _root.Test(new RuleContext(_source, facts));
    }

    /// <summary>Evaluates the rule as a value of any kind.</summary>
    /// <param name="facts">The values of <see cref="Names"/>.</param>
    /// <returns>The value, or <see cref="RuleValue.Missing"/> when it depends on something missing.</returns>
    /// <exception cref="TemplateException">An operation is not possible on the values it met; says where.</exception>
    public RuleValue EvaluateValue(IRuleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return _root.Evaluate(new RuleContext(_source, facts));
    }

    /// <summary>How the value of the rule goes on when its facts go on as they say: a condition keeps its outcome for so many steps, a number grows evenly.</summary>
    /// <param name="facts">The values of <see cref="Names"/>, and how they go on.</param>
    /// <returns>What is certain; less than what is true where a part is not linear, never more.</returns>
    /// <exception cref="TemplateException">An operation is not possible on the values it met; says where.</exception>
    public RuleMotion Motion(IMovingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return _root.Move(new RuleContext(_source, facts)).Motion;
    }

    /// <summary>Evaluates the rule as a condition and says why it came out so, clause by clause. Every clause is evaluated.</summary>
    /// <param name="facts">The values of <see cref="Names"/>.</param>
    /// <returns>The tree of clauses; its outcome is that of <see cref="Evaluate"/>.</returns>
    /// <exception cref="TemplateException">The rule is not a condition, or compares what has no order; says where.</exception>
    public RuleExplanation Explain(IRuleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return _root.Explain(new RuleContext(_source, facts), _names);
    }
}
