using System.Reflection;
using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <summary>Reads one member of an object.</summary>
internal abstract class MemberReader(Type owner)
{
    /// <summary>The type whose objects this reads.</summary>
    public Type Owner { get; } = owner;

    public abstract Value Read(RenderState state, object target);

    /// <summary>A reader that calls the getter through a delegate of its own type, so that numbers are not boxed on the way.</summary>
    public static MemberReader For(Type type, PropertyInfo property)
    {
        if (type.IsValueType || property.GetMethod!.IsStatic)
        {
            return new PropertyReader(type, property);
        }

        var reader = property.PropertyType == typeof(string)
            ? typeof(TextReader<>).MakeGenericType(type)
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
}

/// <summary>Reads a property of a reference type. The caller has made sure that the target is of the type.</summary>
internal sealed class PropertyReader<TOwner, TValue>(PropertyInfo property) : MemberReader(typeof(TOwner))
    where TOwner : class
{
    // Decided once for a sealed type: nothing below it can be a list.
    private static readonly bool IsPlain = typeof(TValue).IsSealed && ModelAccess.IsPlain(typeof(TValue));

    private readonly Func<TOwner, TValue> _get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();

    public override Value Read(RenderState state, object target)
    {
        var value = _get(Unsafe.As<TOwner>(target));

        // Each comparison is decided when the method is compiled for its types, so only one branch remains.
        if (typeof(TValue) == typeof(int))
        {
            return Value.Of((int)(object)value!);
        }

        if (typeof(TValue) == typeof(decimal))
        {
            return Value.Of((decimal)(object)value!);
        }

        if (typeof(TValue) == typeof(bool))
        {
            return Value.Of((bool)(object)value!);
        }

        if (typeof(TValue) == typeof(double))
        {
            return Value.Of((double)(object)value!);
        }

        if (typeof(TValue) == typeof(DateTime))
        {
            return Value.Of((DateTime)(object)value!);
        }

        if (typeof(TValue) == typeof(DateOnly))
        {
            return Value.Of(((DateOnly)(object)value!).ToDateTime(TimeOnly.MinValue));
        }

        return IsPlain && value is not null ? Value.OfObject(value) : ModelAccess.ToValue(state, value);
    }
}

/// <summary>Reads a property of a value type, by reflection.</summary>
internal sealed class PropertyReader(Type owner, PropertyInfo property) : MemberReader(owner)
{
    public override Value Read(RenderState state, object target) => ModelAccess.ToValue(state, property.GetValue(target));
}

/// <summary>Reads a field, by reflection.</summary>
internal sealed class FieldReader(Type owner, FieldInfo field) : MemberReader(owner)
{
    public override Value Read(RenderState state, object target) => ModelAccess.ToValue(state, field.GetValue(target));
}
