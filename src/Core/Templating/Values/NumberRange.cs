using System.Numerics;

namespace Clientele.Templating;

/// <summary>The whole numbers from one to another, upwards or downwards, as <c>1..3</c> gives them.</summary>
internal sealed class NumberRange(BigInteger first, BigInteger last) : ListView
{
    public override bool IsLazy => true;

    public BigInteger Length => BigInteger.Abs(last - first) + 1;

    public override int Count => Length <= int.MaxValue ? (int)Length : -1;

    public override Value this[int index] => Value.OfInteger(first <= last ? first + index : first - index);

    public override IEnumerator<Value> Enumerate(RenderState state)
    {
        var upwards = first <= last;
        if (first >= long.MinValue && first <= long.MaxValue && last >= long.MinValue && last <= long.MaxValue)
        {
            var (current, end) = ((long)first, (long)last);
            yield return Value.OfInteger(current);
            while (current != end)
            {
                current += upwards ? 1 : -1;
                yield return Value.OfInteger(current);
            }

            yield break;
        }

        for (var current = first; upwards ? current <= last : current >= last; current += upwards ? 1 : -1)
        {
            yield return Value.OfInteger(current);
        }
    }
}
