namespace Clientele.Templating;

/// <summary>Something that can be called: a builtin, a host function, a function of a template.</summary>
internal abstract class Function(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether the result depends on the arguments and the culture alone.</summary>
    public virtual bool IsPure => false;

    /// <summary>The fewest and most positional arguments, for checking without rendering.</summary>
    public abstract (int Required, int Most) Arity { get; }

    public abstract Value Invoke(
        RenderState state, CallSite site, ReadOnlySpan<Value> arguments, List<NamedArgument>? named, WrappedBlock? wrapped);

    /// <summary>What printing the function writes.</summary>
    public virtual string Print() => "<function>";
}
