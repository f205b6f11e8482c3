namespace Clientele.Practices.Movement;

/// <summary>From where a client's months are looked at, beside what he bought.</summary>
/// <param name="Name">A stable name.</param>
/// <param name="Title">What people read.</param>
/// <param name="Unit">What its values count.</param>
/// <param name="Rises">Whether it is a rise that asks for attention; else a fall.</param>
internal sealed record MovementAngle(string Name, LocalizedText Title, MeasureUnit Unit, bool Rises)
{
    public static MovementAngle Amount { get; } = new("amount", new("Sales", "销售额"), MeasureUnit.Money, Rises: false);

    public static MovementAngle Frequency { get; } = new("frequency", new("Number of sales", "成交次数"), MeasureUnit.Count, Rises: false);

    public static MovementAngle Delay { get; } = new("payment_delay", new("Payment delay (days the oldest unpaid sale is old)", "付款拖延（最早未付成交的天数）"), MeasureUnit.Days, Rises: true);

    public static MovementAngle Complaints { get; } = new("complaints", new("Complaints", "投诉次数"), MeasureUnit.Count, Rises: true);

    public static MovementAngle Silence { get; } = new("silence", new("Days without contact", "失联天数"), MeasureUnit.Days, Rises: true);

    public static IReadOnlyList<MovementAngle> All { get; } = [Amount, Frequency, Delay, Complaints, Silence];
}
