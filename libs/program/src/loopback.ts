const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a host, as it is written in an address, is this machine and nothing else. */
export const isLoopback = (hostname: string): boolean => loopbackNames.includes(hostname);
