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

    /// <summary>
    /// As <see cref="Invoke"/>, for positional arguments at the start of a room that the function may use: it has
    /// <see cref="ArgumentBuffer.Size"/> places, so a builtin can convert and complete its arguments where they are.
    /// </summary>
    public virtual Value InvokeInPlace(RenderState state, CallSite site, Span<Value> room, int count, WrappedBlock? wrapped) =>
        Invoke(state, site, room[..count], null, wrapped);

    /// <summary>What printing the function writes.</summary>
    public virtual string Print() => "<function>";
}
