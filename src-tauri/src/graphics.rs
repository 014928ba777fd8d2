//! What must be said to WebKitGTK before it starts.

/// Without a graphics card the DMA-BUF renderer only costs: first paint 480–730 ms instead of
/// 271–291 ms, and 75 MiB. Somebody who set the variable knows better.
#[cfg(target_os = "linux")]
#[allow(unsafe_code, reason = "set_var is unsound beside other threads; this is the first thing main does, so there are none")]
pub(crate) fn prefer_what_works() {
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let card = std::fs::read_dir("/dev/dri").is_ok_and(|nodes| nodes.flatten().any(|node| node.file_name().to_string_lossy().starts_with("renderD")));
    if !card && std::env::var_os(RENDERER).is_none() {
        unsafe { std::env::set_var(RENDERER, "1") };
    }
}

/// True when there is a screen to open a window on.
#[cfg(target_os = "linux")]
pub(crate) fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Other systems always have one.
#[cfg(not(target_os = "linux"))]
pub(crate) fn has_screen() -> bool {
    true
}

/// Other systems draw without advice.
#[cfg(not(target_os = "linux"))]
pub(crate) fn prefer_what_works() {}
