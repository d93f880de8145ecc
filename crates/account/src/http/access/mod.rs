pub(super) mod who_can;
