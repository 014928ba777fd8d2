//! What must not stop the program: text that no officer would write, and reports without end.

use super::super::*;
