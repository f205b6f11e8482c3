using System.Reflection;
using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary>Reads one member of an object.</summary>
internal abstract class MemberReader(Type owner)
{
    /// <summary>The type whose objects this reads.</summary>
    public Type Owner { get; } = owner;

    public abstract Value Read(RenderState state, object target);

    /// <summary>Writes the member where its text is known without a value being made; else does nothing and returns false.</summary>
    public virtual bool TryWrite(RenderState state, object target, TextSpan span) => false;

    /// <summary>A reader that calls the getter through a delegate of its own type, so that numbers are not boxed on the way.</summary>
    public static MemberReader For(Type type, PropertyInfo property)
    {
        var reader = type.IsValueType ? typeof(StructReader<,>).MakeGenericType(type, property.PropertyType)
            : property.PropertyType == typeof(string) ? typeof(TextReader<>).MakeGenericType(type)
            : typeof(PropertyReader<,>).MakeGenericType(type, property.PropertyType);
        return (MemberReader)Activator.CreateInstance(reader, property)!;
    }
}

/// <summary>Reads a text property of a reference type. The caller has made sure that the target is of the type.</summary>
internal sealed class TextReader<TOwner>(PropertyInfo property) : MemberReader(typeof(TOwner))
    where TOwner : class
{
    private readonly Func<TOwner, string?> _get = property.GetMethod!.CreateDelegate<Func<TOwner, string?>>();

    public override Value Read(RenderState state, object target) => Value.Of(_get(Unsafe.As<TOwner>(target)));

    public override bool TryWrite(RenderState state, object target, TextSpan span)
    {
        state.WriteText(_get(Unsafe.As<TOwner>(target)), span);
        return true;
    }
}

/// <summary>Reads a property of a reference type. The caller has made sure that the target is of the type.</summary>
internal sealed class PropertyReader<TOwner, TValue>(PropertyInfo property) : MemberReader(typeof(TOwner))
    where TOwner : class
{
    private readonly Func<TOwner, TValue> _get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();

    public override Value Read(RenderState state, object target) => TypedValue<TValue>.Of(state, _get(Unsafe.As<TOwner>(target)));
}

/// <summary>Reads a property of a value type where its box stands. The caller has made sure that the target is of the type.</summary>
internal sealed class StructReader<TOwner, TValue>(PropertyInfo property) : MemberReader(typeof(TOwner))
    where TOwner : struct
{
    private readonly Getter _get = property.GetMethod!.CreateDelegate<Getter>();

    private delegate TValue Getter(ref TOwner owner);

    public override Value Read(RenderState state, object target) => TypedValue<TValue>.Of(state, _get(ref Unsafe.Unbox<TOwner>(target)));
}

/// <summary>Reads a field, by reflection.</summary>
internal sealed class FieldReader(Type owner, FieldInfo field) : MemberReader(owner)
{
    public override Value Read(RenderState state, object target) => ModelAccess.ToValue(state, field.GetValue(target));
}
