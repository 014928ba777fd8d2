//! The sRGB colour space as an ICC profile, made from its definition (IEC 61966-2-1).
//!
//! Numbers are fixed-point with sixteen bits after the point, as profiles store them.

/// White of the profile's connection space (D50).
const WHITE: [u32; 3] = [0xf6d6, 0x1_0000, 0xd32d];
/// The primaries, adapted to that white.
const RED: [u32; 3] = [0x6fa2, 0x38f5, 0x0390];
const GREEN: [u32; 3] = [0x6299, 0xb785, 0x18da];
const BLUE: [u32; 3] = [0x24a0, 0x0f84, 0xb6cf];
/// How sRGB's own white (D65) was adapted to it.
const ADAPTATION: [u32; 9] = [0x0001_0c42, 0x0000_05de, 0xffff_f325, 0x0000_0793, 0x0000_fd90, 0xffff_fba1, 0xffff_fda2, 0x0000_03dc, 0x0000_c06e];
/// The tone curve: exponent 2.4, slope and offset of the power part, slope of the line, their border.
const CURVE: [u32; 5] = [0x0002_6666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b];

/// A profile of version 4: three primaries, white, one tone curve for all.
pub(super) fn srgb() -> Vec<u8> {
    let curve = numbers(b"para\0\0\0\0\0\x03\0\0", &CURVE);
    let colour = |place: &[u32; 3]| numbers(b"XYZ \0\0\0\0", place);
    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", words("sRGB IEC61966-2.1")),
        (b"cprt", words("No copyright, use freely")),
        (b"wtpt", colour(&WHITE)),
        (b"chad", numbers(b"sf32\0\0\0\0", &ADAPTATION)),
        (b"rXYZ", colour(&RED)),
        (b"gXYZ", colour(&GREEN)),
        (b"bXYZ", colour(&BLUE)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let start = 128 + 4 + 12 * tags.len();
    let (mut table, mut data) = (count(tags.len()).to_vec(), Vec::new());
    for (name, content) in &tags {
        table.extend_from_slice(*name);
        table.extend(count(start + data.len()));
        table.extend(count(content.len()));
        data.extend_from_slice(content);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

/// The first 128 bytes, with a fixed day: the profile never changes.
fn header(size: usize) -> Vec<u8> {
    let mut header = count(size).to_vec();
    header.extend_from_slice(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ \x07\xe4\0\x03\0\x05\0\0\0\0\0\0acsp");
    header.resize(68, 0);
    header.extend(numbers(b"", &WHITE));
    header.resize(128, 0);
    header
}

fn numbers(kind: &[u8], numbers: &[u32]) -> Vec<u8> {
    kind.iter().copied().chain(numbers.iter().flat_map(|number| number.to_be_bytes())).collect()
}

/// A text in one language.
fn words(words: &str) -> Vec<u8> {
    let units: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut made = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    made.extend(count(units.len()));
    made.extend(count(28));
    made.extend(units);
    made
}

fn count(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}
