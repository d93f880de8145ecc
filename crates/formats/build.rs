//! The definitions are part of the program: a changed file means a new build.

fn main() {
    println!("cargo::rerun-if-changed=definitions");
    println!("cargo::rerun-if-changed=ratios");
    println!("cargo::rerun-if-changed=forms");
}
