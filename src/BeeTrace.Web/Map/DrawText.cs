using BeeTrace.Core;

namespace BeeTrace.Web.Map;

/// <summary>Words of the map on which a field is drawn.</summary>
public static class DrawText
{
    public static Bilingual Draw => new("在地图上画", "Draw it on a map");
    public static Bilingual Undrawn => new("这个浏览器画不出地图，请直接填写坐标。", "This browser cannot draw a map; please type the coordinates.");
    public static Bilingual Map => new("画地块的地图", "Map to draw the field on");
    public static Bilingual Corner => new("拐点", "Corner");
    public static Bilingual Here => new("在十字处落点", "Corner at the cross");
    public static Bilingual Stand => new("在我站的地方落点", "Corner where I stand");
    public static Bilingual Unlocated => new("手机没有给出位置。请在地图上点按，或直接填写坐标。", "The device gave no position. Tap the map, or type the coordinates.");
    public static Bilingual Undo => new("撤销一点", "Undo the last");
    public static Bilingual Close => new("闭合", "Close the edge");
    public static Bilingual Clear => new("清除", "Clear");
    public static Bilingual Hint => new("沿地块边界逐点点按；只点一下就是中心。键盘：方向键移动地图，再用“在十字处落点”。", "Tap corner after corner along the edge; one tap alone is the middle. By keyboard: move the map with the arrow keys, then use “Corner at the cross”.");
    public static Bilingual One => new("1 个点：作为地块中心。继续点按就画边界。", "One point: the middle of the field. Tap on to draw its edge.");
    public static Bilingual Two => new("2 个点：至少还要一个。", "Two corners: at least one more is needed.");
    public static Bilingual More => new("点回第一个点或用“闭合”结束；拐点可以拖动。", "Tap the first corner again, or “Close the edge”, to end; corners can be dragged.");
    public static Bilingual Closed => new("已闭合。拖动拐点可以修改，“撤销一点”可以接着画。", "Closed. Drag a corner to mend it; “Undo the last” draws on.");
    public static Bilingual Unread => new("填写的坐标还读不成，地图上没有画；在地图上点按会替换它。", "What is typed cannot be read yet and is not drawn; a tap on the map replaces it.");
}
