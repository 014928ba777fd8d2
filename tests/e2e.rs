//! The window from end to end: a real window, the real ledger, no screen.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that can't go on says so by ending")]

#[path = "e2e/page.rs"]
mod page;
#[path = "e2e/rig.rs"]
mod rig;

use rig::Machine;
use serde_json::Value;

#[tokio::test]
async fn the_page_reaches_its_own_commands_and_nothing_else() {
    let machine = Machine::new();
    let window = machine.start(&[]).await;
    for (command, reached) in [
        ("start", true),
        ("plugin:dialog|open", false),
        ("plugin:event|listen", false),
        ("plugin:window|close", false),
        ("plugin:opener|open_path", false),
        ("plugin:window-state|filename", false),
        ("no_such_command", false),
    ] {
        let script = format!(
            "const done = arguments[0];
            window.__TAURI_INTERNALS__.invoke('{command}', {{}}).then(() => done('reached'), error => done(String(error)))"
        );
        let answer = window.client.execute_async(&script, vec![]).await.expect("an answer");
        let words = answer.as_str().unwrap_or_default();
        assert_eq!(words == "reached", reached, "{command}: {words}");
        assert!(reached || words.contains("not allowed"), "{command}: {words}");
    }
    for (what, script) in [
        ("eval", "try { return new Function('return 1')() === 1 } catch { return false }"),
        ("a changed prototype", "Object.prototype.polluted = 1; return ({}).polluted === 1"),
    ] {
        let answer = window.client.execute(script, vec![]).await.expect("an answer");
        assert_eq!(answer, Value::Bool(false), "{what} is closed to the page");
    }
    window.close().await;
}
