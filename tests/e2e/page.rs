//! What an officer does with the page: look, click, type, press keys.

use crate::rig::{PATIENCE, Window};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How often the page is looked at while something is awaited.
const GLANCE: Duration = Duration::from_millis(30);

impl Window {
    /// Waits for the first element that matches, and names it when it does not come.
    ///
    /// On a cold machine the driver may fail to answer while the page is still coming: that too is waited for.
    pub(crate) async fn see(&self, css: &str) -> Element {
        let begun = Instant::now();
        loop {
            match self.client.find(Locator::Css(css)).await {
                Ok(element) => return element,
                Err(error) if begun.elapsed() > PATIENCE => panic!("{css} does not come ({error}); the page says:\n{}", self.words().await),
                Err(_) => sleep(GLANCE).await,
            }
        }
    }

    /// Waits until a condition in JavaScript holds.
    pub(crate) async fn until(&self, condition: &str) {
        self.keeps(&format!("return Boolean({condition})"), &format!("{condition} does not come true")).await;
    }

    /// Runs a script again and again until it answers `true`.
    async fn keeps(&self, script: &str, otherwise: &str) {
        let begun = Instant::now();
        while self.client.execute(script, vec![]).await.ok() != Some(Value::Bool(true)) {
            assert!(begun.elapsed() < PATIENCE, "{otherwise}; the page says:\n{}", self.words().await);
            sleep(GLANCE).await;
        }
    }

    /// Waits until the page, somewhere in `css`, says `words`.
    pub(crate) async fn reads(&self, css: &str, words: &str) {
        self.until(&format!(
            "[...document.querySelectorAll({})].some(one => one.innerText.replace(/\\s+/g, ' ').includes({}))",
            json!(css),
            json!(words)
        ))
        .await;
    }

    /// Goes to a section of a report by the outline.
    pub(crate) async fn enter(&self, section: &str) {
        self.click(&format!("[data-t=outline-entry][data-section='{section}']")).await;
        self.until(&format!("document.activeElement?.dataset.section === '{section}'")).await;
    }

    /// Clicks as soon as it is there.
    pub(crate) async fn click(&self, css: &str) {
        self.see(css).await;
        // A view that was asked for again may replace the element between looking and clicking.
        for _ in 0..3 {
            if self.see(css).await.click().await.is_ok() {
                return;
            }
        }
        self.see(css).await.click().await.unwrap_or_else(|error| panic!("{css} can't be clicked: {error:?}"));
    }

    /// Scrolls a long sheet, which draws only what is seen, until the element is there.
    pub(crate) async fn bring_into_view(&self, css: &str) {
        let step = format!(
            "const grid = document.querySelector('[role=grid]');
            const row = document.querySelector({0});
            if (row) row.scrollIntoView({{ block: 'center' }});
            else if (grid) grid.scrollTop = grid.scrollTop + grid.clientHeight < grid.scrollHeight - 1 ? grid.scrollTop + 300 : 0;
            return Boolean(row)",
            json!(css)
        );
        self.keeps(&step, &format!("{css} is nowhere in the sheet")).await;
        self.see(css).await;
    }

    /// Empties a field and types into it.
    pub(crate) async fn fill(&self, css: &str, text: &str) {
        let field = self.see(css).await;
        field.clear().await.unwrap_or_else(|error| panic!("{css} can't be emptied: {error}"));
        field.send_keys(text).await.unwrap_or_else(|error| panic!("{css} can't be typed into: {error}"));
    }

    /// Types into whatever has the focus.
    /// Chooses the entry of a list by its value.
    pub(crate) async fn choose(&self, css: &str, value: &str) {
        let list = self.see(css).await;
        list.select_by_value(value).await.unwrap_or_else(|error| panic!("{css} has no {value}: {error}"));
    }

    pub(crate) async fn type_in(&self, text: &str) {
        let field = self.client.active_element().await.expect("something has the focus");
        field.send_keys(text).await.unwrap_or_else(|error| panic!("the focused field takes no text: {error}"));
    }

    /// Presses keys together, such as `Ctrl+Enter`, `Tab`, `F2`.
    pub(crate) async fn press(&self, chord: &str) {
        let keys: Vec<char> = chord.split('+').map(key).collect();
        let down = keys.iter().fold(KeyActions::new("keys".into()), |all, key| all.then(KeyAction::Down { value: *key }));
        let up = keys.iter().rev().fold(down, |all, key| all.then(KeyAction::Up { value: *key }));
        self.client.perform_actions(up).await.unwrap_or_else(|error| panic!("{chord} can't be pressed: {error}"));
    }

    /// Presses Tab until an element has the focus.
    pub(crate) async fn tab_to(&self, css: &str) {
        self.see(css).await;
        let there = format!("return document.activeElement.matches({})", json!(css));
        for _ in 0..30 {
            if self.client.execute(&there, vec![]).await.expect("an answer") == Value::Bool(true) {
                return;
            }
            self.press("Tab").await;
        }
        panic!("thirty Tabs don't reach {css}");
    }

    /// What stands in the page.
    pub(crate) async fn words(&self) -> String {
        self.client.execute("return document.body.innerText", vec![]).await.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Keeps a picture of the page in `tests/screens/`.
    pub(crate) async fn picture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/screens");
        fs::create_dir_all(&folder).expect("tests/screens");
        // WebKitGTK takes its picture with the next frame, and a page at rest draws none.
        self.client.execute(BLINK, vec![]).await.expect("a dot that blinks");
        let png = self.client.screenshot().await.expect("a picture of the page");
        self.client.execute("document.getElementById('blink').remove()", vec![]).await.expect("the dot goes");
        fs::write(folder.join(format!("{name}.png")), png).expect("tests/screens can be written");
    }
}

/// One pixel in a corner that is drawn anew for as long as it is there.
const BLINK: &str = "const dot = document.createElement('i');
    dot.id = 'blink';
    dot.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; z-index: 99';
    document.body.append(dot);
    const blink = () => { dot.style.background = dot.style.background ? '' : '#888'; if (dot.isConnected) setTimeout(blink, 16) };
    blink()";

fn key(name: &str) -> char {
    let key = match name {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Down" => Key::Down,
        "Up" => Key::Up,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "F2" => Key::F2,
        "End" => Key::End,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "F6" => Key::F6,
        "F8" => Key::F8,
        "Space" => return ' ',
        letter => return letter.chars().next().expect("a key"),
    };
    key.into()
}
