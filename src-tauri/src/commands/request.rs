//! Văn bản yêu cầu báo cáo.

use crate::failure::Answer;
use crate::state::Desk;
use ledger::view::{Id, RequestForm, Written};
use tauri::State;

/// What a document asks for: as it is kept, else as its own words say.
#[tauri::command]
pub(crate) async fn request_form(desk: State<'_, Desk>, document: Id) -> Answer<RequestForm> {
    desk.read(move |ledger, stamp| ledger.request_form(document, stamp.today())).await
}

/// What a document asks for, kept.
#[tauri::command]
pub(crate) async fn keep_request(desk: State<'_, Desk>, form: RequestForm) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.keep_request(&form, stamp)).await
}

/// It asks for no report after all.
#[tauri::command]
pub(crate) async fn drop_request(desk: State<'_, Desk>, document: Id) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.drop_request(document, stamp)).await
}

/// The report it asks for, begun from its outline or from an earlier report.
#[tauri::command]
pub(crate) async fn answer_request(desk: State<'_, Desk>, document: Id, source: Option<Id>, appendix: bool) -> Answer<Written> {
    desk.write(move |ledger, stamp| ledger.answer_request(document, source, appendix, stamp)).await
}
