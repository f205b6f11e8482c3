using System.Globalization;
using System.Runtime.CompilerServices;

namespace Clientele.Templating;

/// <content>The one place where work is charged.</content>
internal sealed partial class RenderState
{
    private const int StepsBetweenChecks = 128;

    private readonly CancellationToken _cancellationToken;
    private readonly long _deadline;
    private readonly int _depthLimit;
    private long _stepsLeft;
    private long _stringChars;
    private int _untilCheck = StepsBetweenChecks;
    private int _depth;
    private TextSpan _at;

    public TimeSpan TimeLeft => _deadline == long.MaxValue
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromMilliseconds(Math.Max(1, _deadline - Environment.TickCount64));

    /// <summary>Charges one statement, loop round, call or touched item.</summary>
    public void Step(TextSpan span)
    {
        _at = span;
        if (--_stepsLeft < 0)
        {
            throw Fail(span, $"More than {Number(Limits.Steps)} steps.", TemplateErrorCode.Steps);
        }

        if (--_untilCheck <= 0)
        {
            _untilCheck = StepsBetweenChecks;
            CheckTime(span);
        }
    }

    /// <summary>Charges the statements of a block that is about to run.</summary>
    public void Steps(Statement[] statements)
    {
        if (statements.Length == 0)
        {
            return;
        }

        _stepsLeft -= statements.Length - 1;
        _untilCheck -= statements.Length - 1;
        Step(statements[0].Span);
    }

    public void ChargeSteps(TextSpan span, long steps)
    {
        _stepsLeft -= Math.Min(steps, long.MaxValue / 2) - 1;
        _untilCheck -= (int)Math.Min(steps, StepsBetweenChecks);
        Step(span);
    }

    public void ChargeString(TextSpan span, long length)
    {
        _stringChars += length;
        if (_stringChars > Limits.StringChars || length > int.MaxValue / 2)
        {
            throw Fail(span, $"More than {Number(Limits.StringChars)} characters of strings.", TemplateErrorCode.StringLimit);
        }
    }

    public void ChargeItems(TextSpan span, long count)
    {
        if (count > Limits.CollectionItems)
        {
            throw Fail(span, $"A collection of more than {Number(Limits.CollectionItems)} items.", TemplateErrorCode.CollectionLimit);
        }
    }

    public void EnterCall(TextSpan span)
    {
        Step(span);
        if (++_depth > _depthLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _depth--;
            throw Fail(span, $"Calls nest more than {Number(_depthLimit)} deep.", TemplateErrorCode.DepthLimit);
        }
    }

    public void LeaveCall() => _depth--;

    public void CheckTime(TextSpan span)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (Environment.TickCount64 > _deadline)
        {
            throw Fail(span, $"The template took longer than {Limits.Deadline}.", TemplateErrorCode.Deadline);
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
