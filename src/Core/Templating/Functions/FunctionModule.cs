namespace Clientele.Templating;

/// <summary>Functions of the host under one name, such as <c>format.money</c> and <c>format.date</c>.</summary>
/// <remarks>
/// Filled before the engine is created and not changed afterwards. The functions are called from every thread that renders, may be
/// called many times in one render, and should neither block nor keep the <see cref="RenderCall"/>. What they throw reaches the caller
/// of the render as a <see cref="TemplateException"/> with the position of the call; the engine does not dispose anything.
/// </remarks>
/// <example>
/// <code>
/// new FunctionModule("format").Add("money", call => call.Number(0).ToString("N2", call.Culture), required: 1)
/// </code>
/// </example>
public sealed class FunctionModule
{
    private readonly Dictionary<string, HostFunction> _functions = new(StringComparer.Ordinal);

    /// <summary>Creates an empty module.</summary>
    /// <param name="name">The name that templates write before the dot. A builtin module's name adds to or replaces its functions; empty for functions that are called by their bare name.</param>
    public FunctionModule(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The name that templates write before the dot; empty for none.</summary>
    public string Name { get; }

    internal IReadOnlyDictionary<string, HostFunction> Functions => _functions;

    /// <summary>Adds a function, or replaces the one of the same name.</summary>
    /// <param name="function">The name that templates write after the dot.</param>
    /// <param name="body">
    /// Computes the result: null, text, a number, a boolean, a date, a list, an object of the model's kinds, or a
    /// <see cref="SafeText"/>, which is written unescaped into a template of its format.
    /// </param>
    /// <param name="required">How many positional arguments there must be, the piped one included.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="isPure">
    /// Whether the result depends on the arguments and the culture alone, so that rules may use it. The default is <see langword="false"/>.
    /// </param>
    /// <returns>This module.</returns>
    public FunctionModule Add(string function, Func<RenderCall, object?> body, int required = 0, int most = 64, bool isPure = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(function);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentOutOfRangeException.ThrowIfNegative(required);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, required);
        _functions[function] = new HostFunction(Name.Length == 0 ? function : $"{Name}.{function}", body, required, most, isPure);
        return this;
    }
}
